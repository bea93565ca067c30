import { type Block, lead, type Message, message } from '../../chat/message.ts';
import { bold, code, type RichText } from '../../chat/text.ts';
import type { Language } from '../../domain/language.ts';
import { wordsIn } from '../../i18n/words.ts';
import type { TypedCommand } from '../../delivery/typed-command.ts';

/** What Whetstone does, and its commands as they are typed here. */
export function helpCard(language: Language, typed: TypedCommand, manages: boolean): Message {
  const { help } = wordsIn(language);
  const items = [
    entry(typed('quiz'), help.quiz),
    entry(typed('streak'), help.streakCommand),
    entry(typed('leaderboard'), help.leaderboard),
    entry(typed('question'), help.question),
    entry(typed('privacy'), help.privacy),
    entry(typed('help'), help.help),
  ];
  const manage: readonly Block[] = manages
    ? [lead(bold(help.manageHeading)), { type: 'list', items: [entry(typed('track'), help.track)] }]
    : [];
  return message([
    { type: 'heading', text: help.heading },
    { type: 'text', text: [help.what] },
    { type: 'text', text: [help.streak] },
    lead(bold(help.commandsHeading)),
    { type: 'list', items },
    ...manage,
  ]);
}

function entry(command: string, does: string): RichText {
  return [code(command), ` — ${does}`];
}
