import type { PlatformName } from '../chat/place.ts';
import type { Language } from '../domain/language.ts';
import { type Words, wordsIn } from '../i18n/words.ts';

type CommandKey = keyof Words['commands'];

/** A command as its reader types it, by the keys of its words: `typed('track', 'trackAdd')`. */
export type TypedCommand = (command: CommandKey, subcommand?: CommandKey) => string;

/**
 * Commands as a platform shows them to readers of a language: Discord's picker has their names in that
 * language; elsewhere they are typed letter for letter, and the English names work for everyone.
 */
export function typedOn(platform: PlatformName, language: Language): TypedCommand {
  const { commands } = wordsIn(platform === 'discord' ? language : 'en');
  return (command, subcommand) => {
    const typed = slashCommand(platform, commands[command].name);
    return subcommand === undefined ? typed : `${typed} ${commands[subcommand].name}`;
  };
}

/** What Slack knows by names of their own; the others are said under `/whetstone` there. */
const DIRECT_ON_SLACK = ['quiz', 'streak', 'leaderboard', 'track'];

export const isDirectOnSlack = (name: string): boolean => DIRECT_ON_SLACK.includes(name);

export function slashCommand(platform: PlatformName, name: string): string {
  return platform === 'slack' && !isDirectOnSlack(name) ? `/whetstone ${name}` : `/${name}`;
}
