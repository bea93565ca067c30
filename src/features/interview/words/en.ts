import { rich, type Span } from '../../../chat/text.ts';

/** What `/interview` says. */
export const en = {
  command: { name: 'interview', does: 'The days that you prepare for, for you alone' },
  subcommands: {
    set: { name: 'set', does: 'Prepare for a day; one of the same name is moved' },
    list: { name: 'list', does: 'Your interviews, and what you may expect to know by then' },
    clear: { name: 'clear', does: 'Prepare for a day no longer' },
  },
  options: {
    date: {
      name: 'date',
      does: 'The day: 2026-12-24, 24.12.2026, today or tomorrow',
      example: '2026-12-24',
    },
    name: { name: 'name', does: 'What you call it, such as a company' },
    deck: { name: 'deck', does: 'Only the questions of this deck' },
  },

  heading: 'Your interviews',
  set: (day: string) => `Noted: from now on your reviews prepare you for ${day}.`,
  /** One after the other; the first says what the number is. */
  forecast: (at: { readonly cap: number; readonly percent: string; readonly isFirst: boolean }) =>
    at.isFirst
      ? `${at.cap} a day → about ${at.percent} of the questions on the day`
      : `${at.cap} a day → ${at.percent}`,
  deckGone: 'its deck is not here any more: clear it, or set it for another deck',
  rule: 'Only you see this. The forecast assumes a review every day, and is made anew each time you look. No question is put off until after the interview.',
  clear: (which: string) => `Clear ${which}`,
  none: (set: Span) => rich`You have set no interview. To set one, type its day: ${set}`,
  cleared: 'Cleared. Your reviews go on without it.',
  clearedBefore: 'That interview is over or was cleared before.',
  nobodyNamed: (name: string) => `You have set no interview called “${name}”.`,

  howDidItGo: (which: string) => `How did your interview go (${which})?`,
  outcomeIsYours: 'Your answer is kept for you alone, and nothing else will be asked.',
  outcomes: { well: 'Well', mixed: 'So-so', badly: 'Badly' },
  outcomeKept: {
    well: 'Good to hear. Noted, for you alone.',
    mixed: 'Noted, for you alone. Your reviews go on.',
    badly: 'Noted, for you alone. The next one can go better: your reviews go on.',
  },
  outcomeKeptBefore: 'That is noted already, for you alone.',
  outcomeGone: 'That interview is not kept here any more, so nothing was changed.',

  deckUnknown: ({ given, known }: { readonly given: string; readonly known: readonly string[] }) =>
    `There is no deck “${given}” here. Decks: ${known.join(', ')}. Nothing was changed.`,
  notADay: (given: string) =>
    `“${given}” is not a day. Write it like 2026-12-24 or 24.12.2026, or say today or tomorrow. Nothing was changed.`,
  past: (day: string) =>
    `${day} is over. An interview can be today at the earliest. Nothing was changed.`,
  tooFar: (latest: string) =>
    `That is too far ahead: ${latest} is the last day that can be planned for. Nothing was changed.`,
  nameTooLong: (most: number) =>
    `That name is too long: use at most ${most} characters. Nothing was changed.`,
  tooMany: ({ most, clear }: { readonly most: number; readonly clear: Span }) =>
    rich`You prepare for ${most} interviews already, which is the most. Clear one with ${clear} first. Nothing was changed.`,
};
