import {
  type CommandDefinition,
  commandSpan,
  type SubcommandDefinition,
  withExamples,
} from '../../chat/command.ts';
import type { CommandSpan } from '../../chat/text.ts';
import type { Language } from '../../domain/language.ts';
import { described, shownOption } from '../shared/define-command.ts';
import { awayWords } from './words/index.ts';

const SUBCOMMANDS = {
  set: {
    ...described(awayWords, (words) => words.subcommands.set),
    options: [
      { ...shownOption(awayWords, (words) => words.options.from), type: 'text', required: true },
      { ...shownOption(awayWords, (words) => words.options.until), type: 'text' },
    ],
  },
  list: described(awayWords, (words) => words.subcommands.list),
  clear: described(awayWords, (words) => words.subcommands.clear),
} as const;

export const AWAY_COMMAND: CommandDefinition = {
  ...described(awayWords, (words) => words.command),
  subcommands: Object.values(SUBCOMMANDS),
};

/** A subcommand of `/away`, as a text in this language names it. */
export function awayCommand(language: Language, subcommand: keyof typeof SUBCOMMANDS): CommandSpan {
  const definition: SubcommandDefinition = SUBCOMMANDS[subcommand];
  const command = commandSpan(language, AWAY_COMMAND, definition);
  return withExamples(command, language, definition.options ?? []);
}
