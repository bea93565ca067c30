import { type CommandNames, commandSpan } from '../../chat/command.ts';
import { type Block, lead, type Message, message } from '../../chat/message.ts';
import { bold, type CommandSpan, type RichText } from '../../chat/text.ts';
import type { Language } from '../../domain/language.ts';
import { answerWords } from '../answers/words/index.ts';
import { AWAY_COMMAND } from '../away/definition.ts';
import { ROUND_COMMAND } from '../corrections/definition.ts';
import { INTERVIEW_COMMAND } from '../interview/definition.ts';
import { LEADERBOARD_COMMAND } from '../leaderboard/definition.ts';
import { MANAGERS_COMMAND } from '../managers/definition.ts';
import { PRIVACY_COMMAND } from '../privacy/definition.ts';
import { QUIZ_COMMAND } from '../quiz/definition.ts';
import { REVIEW_COMMAND } from '../review/definition.ts';
import { STREAK_COMMAND } from '../streaks/definition.ts';
import { QUESTION_COMMAND } from '../suggestions/definition.ts';
import { whetstoneDoctorSpan } from '../track-admin/definition.ts';
import { TRACK } from '../tracks/track-command.ts';
import { HELP_COMMAND } from './definition.ts';
import type { Replies } from './replies.ts';
import { helpWords } from './words/index.ts';

export interface HelpFacts {
  readonly language: Language;
  readonly replies: Replies;
  readonly manages: boolean;
}

/** What Whetstone does, and its commands. */
export function helpCard({ language, replies, manages }: HelpFacts): Message {
  const words = helpWords(language);
  const entryOf = (command: CommandSpan, does: string): RichText => [
    { ...command, mark: 'code' },
    ` — ${does}`,
  ];
  const entry = (command: CommandNames, does: string): RichText =>
    entryOf(commandSpan(language, command), does);
  const items = [
    entry(QUIZ_COMMAND, words.quiz),
    entry(REVIEW_COMMAND, words.review),
    entry(INTERVIEW_COMMAND, words.interview),
    entry(STREAK_COMMAND, words.streakCommand),
    entry(AWAY_COMMAND, words.away),
    entry(LEADERBOARD_COMMAND, words.leaderboard),
    entry(QUESTION_COMMAND, words.question),
    entry(PRIVACY_COMMAND, words.privacy),
    entry(HELP_COMMAND, words.help),
  ];
  const manage: readonly Block[] = manages
    ? [
        lead(bold(words.manageHeading)),
        {
          type: 'list',
          items: [
            entry(TRACK, words.track),
            entry(ROUND_COMMAND, words.round),
            entry(MANAGERS_COMMAND, words.managers),
            entryOf(whetstoneDoctorSpan(language), words.whetstone),
          ],
        },
      ]
    : [];
  return message([
    { type: 'heading', text: words.heading },
    { type: 'text', text: [words.what(replies)] },
    ...(replies === 'mentioning' ? [countMessage(language)] : []),
    { type: 'text', text: [words.options] },
    { type: 'text', text: [words.streak] },
    lead(bold(words.commandsHeading)),
    { type: 'list', items },
    ...manage,
  ]);
}

/** Where replies in threads are not heard, Discord hands over a message that is chosen in its menu. */
const countMessage = (language: Language): Block => ({
  type: 'text',
  text: [helpWords(language).countMessage(answerWords(language).countAsAnswer)],
});
