import { rich, type Span } from '../../../chat/text.ts';
import { countEn } from '../../../i18n/plural.ts';

/** What the answer form and the notes on an answer say. */
export const en = {
  formTitle: 'Your answer',
  field: 'Answer',
  fieldHint: 'Private until the reveal. Sending again replaces it.',
  name: 'In the reveal, show',
  showName: 'my name',
  hideName: 'no name',
  send: 'Send',
  accepted: 'Your answer is saved.',
  replaced: 'Your new answer is saved; it replaces the earlier one.',
  hidden: 'It stays private until the reveal.',
  afterReveal: 'It came in time and counts, but too late to be shown in the reveal.',
  streak: (rounds: number) => `Your streak: ${countEn(rounds, 'round', 'rounds')}.`,
  late: 'This came after the deadline: it is kept as late and does not count for the streak. A streak you saved earlier is not touched.',
  lateEdit:
    'This edit came after the deadline. What you had written by then stays your answer; the edit is kept as late.',
  withdrawn:
    'This answer was deleted at your request, and it stays deleted. Send a new one instead.',
  empty: 'The answer is empty. Write a sentence or two and send it again; nothing was changed.',
  /** In the menu of a message. */
  countAsAnswer: 'Count as my answer',
  notYours: 'Only a message of your own can be your answer. Nothing was changed.',
  noRound:
    'This message stands in no round’s thread. Write in the thread under an open question, and choose this for what you wrote there.',
  roundClosed:
    'This round is closed, so the message is not counted. Your answers so far stay as they are.',
  wordless:
    'Only words count as an answer, and your message has none. Press Answer under the question, or add a sentence or two to your message.',
  /** Said outside of the channel. */
  wordlessIn: (where: Span) =>
    rich`Your message in the thread in ${where} has no words, and only words count as an answer. Press Answer under the question there, or add a sentence or two to your message.`,
  tooLong: (most: number) =>
    `The answer is too long: at most ${most.toLocaleString('en')} characters. Shorten it and send it again; an earlier answer still stands.`,
};
