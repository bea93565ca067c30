import { isolated } from '../../chat/displayable.ts';
import { type Button, type Message, message } from '../../chat/message.ts';
import { bold, type RichText } from '../../chat/text.ts';
import type { Day } from '../../domain/day.ts';
import type { Language } from '../../domain/language.ts';
import { nearDayText } from '../../i18n/day-text.ts';
import { percentText } from '../../i18n/percent.ts';
import { interviewCommand } from './definition.ts';
import { outcomeBlocks } from './outcome/outcome-card.ts';
import type { OpenOutcome } from './outcome/stored-outcomes.ts';
import { interviewWords } from './words/index.ts';

export interface ShownInterview {
  readonly id: number;
  readonly on: Day;
  readonly name: string;
  /** The title of its deck; `gone` for one that is not here any more; left out for all decks. */
  readonly deck?: string | { readonly gone: true };
  /** What to expect on the day at so many questions a day. */
  readonly expected: readonly { readonly cap: number; readonly recall: number }[];
}

export interface InterviewFacts {
  readonly language: Language;
  readonly today: Day;
  /** The nearest first. */
  readonly interviews: readonly ShownInterview[];
  /** Those that are over, and of which it is asked here how they went. */
  readonly over: readonly OpenOutcome[];
  /** What has just been done. */
  readonly told?: string | undefined;
}

/** A member's interviews ahead, with an honest forecast for each. */
export function interviewCard(facts: InterviewFacts): Message {
  const { language, today, interviews, over, told } = facts;
  const words = interviewWords(language);
  const note = told === undefined ? [] : [{ type: 'text', text: [told] } as const];
  const asked = over.flatMap((outcome) => outcomeBlocks({ language, today, outcome }));
  if (interviews.length === 0) {
    const none = words.none(interviewCommand(language, 'set'));
    return message([...note, { type: 'text', text: none }, ...asked]);
  }
  return message([
    ...note,
    { type: 'heading', text: words.heading },
    { type: 'list', items: interviews.map((one) => interviewText(facts, one)) },
    { type: 'note', text: [words.rule] },
    { type: 'buttons', buttons: interviews.map((one) => clearButton(facts, one)) },
    ...asked,
  ]);
}

function interviewText({ language, today }: InterviewFacts, shown: ShownInterview): RichText {
  const words = interviewWords(language);
  const { on, name, deck, expected } = shown;
  const day = nearDayText(on, language, today);
  const title = name === '' ? day : `${isolated(name)}, ${day}`;
  if (typeof deck === 'object') return [bold(title), ` — ${words.deckGone}`];
  const about = deck === undefined ? '' : ` (${deck})`;
  const forecast = expected.map(({ cap, recall }, index) =>
    words.forecast({ cap, percent: percentText(recall, language), isFirst: index === 0 }),
  );
  return [bold(title), about, ...(forecast.length > 0 ? [` — ${forecast.join('; ')}`] : [])];
}

function clearButton(
  { language, today }: InterviewFacts,
  { id, name, on }: ShownInterview,
): Button {
  const which = name === '' ? nearDayText(on, language, today) : isolated(name);
  const label = interviewWords(language).clear(which);
  return { label, action: { name: 'interview-clear', args: [String(id)] } };
}
