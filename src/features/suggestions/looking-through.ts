import { cut } from '../../chat/cut.ts';
import type { Button } from '../../chat/message.ts';
import type { Span } from '../../chat/text.ts';
import type { Language } from '../../domain/language.ts';
import type { Page } from '../../domain/page.ts';
import { suggestionWords } from './words/index.ts';

/** Where a card stands among those that are looked through one at a time. */
export type PagePlace = Omit<Page<unknown>, 'item'>;

export interface Person {
  readonly id: string;
  readonly name: string;
}

/** Back and forth between cards; `name` is the action that shows the one with an id. */
export function turnButtons(
  language: Language,
  name: string,
  { previous, next }: PagePlace,
): readonly Button[] {
  const words = suggestionWords(language);
  const to = (id: number) => ({ name, args: [String(id)] });
  return [
    ...(previous === undefined ? [] : [{ label: words.previous, action: to(previous) }]),
    ...(next === undefined ? [] : [{ label: words.next, action: to(next) }]),
  ];
}

/** Enough to tell it from others on a button. */
const NAMED_LENGTH = 40;

export interface ToDecide {
  /** The action that shows the card. */
  readonly name: string;
  readonly id: number;
  readonly text: string;
}

/** Shows a card with its own buttons; named after it, so that it is read before it is decided on. */
export function decideButton(language: Language, { name, id, text }: ToDecide): Button {
  const label = suggestionWords(language).decideOn(cut(text.replace(/\s+/g, ' '), NAMED_LENGTH));
  return { label, action: { name, args: [String(id)] }, style: 'primary' };
}

/** A person by name; one who asked to be forgotten has none. */
export function personSpan(language: Language, person: Person | undefined): Span {
  return person ? { type: 'member', ...person } : suggestionWords(language).nobody;
}
