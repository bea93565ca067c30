import { type CommandDefinition, commandSpan } from '../../chat/command.ts';
import type { CommandSpan } from '../../chat/text.ts';
import type { Language } from '../../domain/language.ts';
import { described, shownOption } from '../shared/define-command.ts';
import { managerWords } from './words/index.ts';

const who = [
  { ...shownOption(managerWords, (words) => words.option), type: 'member', required: true },
] as const;

const SUBCOMMANDS = {
  add: { ...described(managerWords, (words) => words.subcommands.add), options: who },
  remove: { ...described(managerWords, (words) => words.subcommands.remove), options: who },
  list: described(managerWords, (words) => words.subcommands.list),
};

/** `/managers`, for people who may manage. */
export const MANAGERS_COMMAND: CommandDefinition = {
  ...described(managerWords, (words) => words.command),
  manage: true,
  subcommands: Object.values(SUBCOMMANDS),
};

export const managersCommand = (
  language: Language,
  subcommand: keyof typeof SUBCOMMANDS,
): CommandSpan => commandSpan(language, MANAGERS_COMMAND, SUBCOMMANDS[subcommand]);
