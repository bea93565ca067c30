import { type Message, message } from '../../chat/message.ts';
import type { RichText } from '../../chat/text.ts';
import type { NamedManager } from '../../db/managers.ts';
import type { Language } from '../../domain/language.ts';
import { managersCommand } from './definition.ts';
import { managerWords } from './words/index.ts';

/** Someone who was named, with the name that people know them by. */
export type ShownManager = Pick<NamedManager, 'kind' | 'externalId'> & { readonly name: string };

/** Who manages here, beginning with those who always do. */
export function managersCard(language: Language, named: readonly ShownManager[]): Message {
  const words = managerWords(language);
  const [add, remove] = [managersCommand(language, 'add'), managersCommand(language, 'remove')];
  return message([
    { type: 'heading', text: words.heading },
    { type: 'list', items: [[words.platformLine], ...named.map((one) => lineOf(language, one))] },
    { type: 'note', text: words.how({ add, remove }) },
  ]);
}

function lineOf(language: Language, manager: ShownManager): RichText {
  return manager.kind === 'creator'
    ? [managerWords(language).channelCreatorLine]
    : managerSpans(language, manager);
}

/** Whoever was named, as a part of a sentence. */
export function managerSpans(
  language: Language,
  { kind, externalId, name }: ShownManager,
): RichText {
  const words = managerWords(language);
  switch (kind) {
    case 'member':
      return [{ type: 'member', id: externalId, name }];
    case 'group':
      return [words.groupLine(name)];
    case 'creator':
      return [words.channelCreator];
  }
}
