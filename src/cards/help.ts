import { type Block, lead, type Message, message } from '../chat/message.ts';
import type { PlatformName } from '../chat/place.ts';
import { bold, code, type RichText } from '../chat/text.ts';
import type { Language } from '../domain/language.ts';
import { wordsIn } from '../i18n/words.ts';
import { indirectCommand } from './typed-command.ts';

/** What Whetstone does, and its commands as they are typed on this platform. */
export function helpCard(language: Language, platform: PlatformName, manages: boolean): Message {
  const { help } = wordsIn(language);
  const items = [
    entry('/quiz', help.quiz),
    entry('/streak', help.streakCommand),
    entry('/leaderboard', help.leaderboard),
    entry(indirectCommand(platform, 'question'), help.question),
    entry(indirectCommand(platform, 'privacy'), help.privacy),
    entry(indirectCommand(platform, 'help'), help.help),
  ];
  const manage: readonly Block[] = manages
    ? [lead(bold(help.manageHeading)), { type: 'list', items: [entry('/track', help.track)] }]
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
