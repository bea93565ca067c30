import { rich, type Span } from '../../../chat/text.ts';

/** A round and why it was corrected. */
interface Told {
  readonly number: number;
  readonly reason: string;
}

/** What `/round` says, and what a thread is told. */
export const en = {
  command: { name: 'round', does: 'Correct a closed round: make it void, or count a late answer' },
  subcommands: {
    void: { name: 'void', does: 'Make a closed round count for nobody' },
    count: { name: 'count', does: 'Count a member’s late answer as one in time' },
    undo: { name: 'undo', does: 'Take a correction back' },
  },
  options: {
    round: { name: 'round', does: 'The round’s number, as its question shows it' },
    reason: {
      name: 'reason',
      does: 'Why; the members concerned read it',
      example: 'the answer was given away',
    },
    member: { name: 'member', does: 'Whose late answer', example: '@Ann' },
    undoMember: {
      name: 'member',
      does: 'Whose late answer counts no more; left out: the round is void no more',
    },
  },

  nowVoid: ({ number, reason }: Told) =>
    `Round ${number} counts for nobody: no points, and no streak grows or ends by it. The reason: “${reason}”.`,
  notVoid: ({ number, reason }: Told) =>
    `Round ${number} counts again, as it stood when it closed. The reason: “${reason}”.`,

  madeVoid: (number: number) =>
    `Round ${number} counts for nobody now. Its thread is told the reason, and so is whoever asks why their mark stands as it does.`,
  counted: (number: number) =>
    `The late answer to round ${number} counts now. The member reads the reason among their marks, under “Why?” of their streak.`,
  takenBack: (number: number) => `That correction of round ${number} is taken back.`,
  faults: {
    'round-unknown': (number: number) =>
      `This track has no round ${number}. The number stands on each question. Nothing was changed.`,
    'round-unasked': (number: number) =>
      `Round ${number} was never asked, so it counts for nobody anyway. Nothing was changed.`,
    'not-closed': (number: number) =>
      `Round ${number} is not closed yet. Correct it after its answer was revealed. Nothing was changed.`,
    'reason-empty': () => 'Give a reason: the members concerned read it. Nothing was changed.',
    'reason-too-long': () =>
      'That reason is too long: 300 characters are enough. Nothing was changed.',
    already: (number: number) =>
      `That stands already: round ${number} was corrected so before. Nothing was changed.`,
    'in-time': (number: number) =>
      `This member’s answer to round ${number} was in time, and counts already. Nothing was changed.`,
    'no-answer': (number: number) =>
      `This member gave no late answer to round ${number}, so there is none to count. Nothing was changed.`,
    'nothing-to-undo': (number: number) =>
      `There is no such correction of round ${number} to take back. Nothing was changed.`,
  },
  notANumber: (given: string) =>
    `“${given}” is not a round’s number. It stands on each question, such as 12. Nothing was changed.`,
  trackGone: (list: Span) => rich`That track was removed; ${list} shows those that there are.`,
};
