import { type Block, lead, type Message, message } from '../../chat/message.ts';
import { bold, code, type RichText } from '../../chat/text.ts';
import type { TypedCommand } from '../../delivery/typed-command.ts';
import type { Language } from '../../domain/language.ts';
import { helpWords } from './words/index.ts';

export interface HelpFacts {
  readonly language: Language;
  readonly typed: TypedCommand;
  /** Whether a reply in a round's thread is an answer here. */
  readonly threadAnswers: boolean;
  readonly manages: boolean;
}

/** What Whetstone does, and its commands as they are typed here. */
export function helpCard({ language, typed, threadAnswers, manages }: HelpFacts): Message {
  const words = helpWords(language);
  const items = [
    entry(typed('quiz'), words.quiz),
    entry(typed('streak'), words.streakCommand),
    entry(typed('leaderboard'), words.leaderboard),
    entry(typed('question'), words.question),
    entry(typed('privacy'), words.privacy),
    entry(typed('help'), words.help),
  ];
  const manage: readonly Block[] = manages
    ? [
        lead(bold(words.manageHeading)),
        { type: 'list', items: [entry(typed('track'), words.track)] },
      ]
    : [];
  return message([
    { type: 'heading', text: words.heading },
    { type: 'text', text: [words.what(threadAnswers)] },
    { type: 'text', text: [words.streak] },
    lead(bold(words.commandsHeading)),
    { type: 'list', items },
    ...manage,
  ]);
}

function entry(command: string, does: string): RichText {
  return [code(command), ` — ${does}`];
}
