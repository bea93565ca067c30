import {
  type CommandDefinition,
  commandSpan,
  type SubcommandDefinition,
  withExamples,
} from '../../chat/command.ts';
import type { CommandSpan } from '../../chat/text.ts';
import type { Language } from '../../domain/language.ts';
import { described, shownOption } from '../shared/define-command.ts';
import { interviewWords } from './words/index.ts';

const SUBCOMMANDS = {
  set: {
    ...described(interviewWords, (words) => words.subcommands.set),
    options: [
      {
        ...shownOption(interviewWords, (words) => words.options.date),
        type: 'text',
        required: true,
      },
      { ...described(interviewWords, (words) => words.options.name), type: 'text' },
      {
        ...described(interviewWords, (words) => words.options.deck),
        type: 'text',
        completes: true,
      },
    ],
  },
  list: described(interviewWords, (words) => words.subcommands.list),
  clear: {
    ...described(interviewWords, (words) => words.subcommands.clear),
    options: [{ ...described(interviewWords, (words) => words.options.name), type: 'text' }],
  },
} as const;

export const INTERVIEW_COMMAND: CommandDefinition = {
  ...described(interviewWords, (words) => words.command),
  subcommands: Object.values(SUBCOMMANDS),
};

/** A subcommand of `/interview`, as a text in this language names it. */
export function interviewCommand(
  language: Language,
  subcommand: keyof typeof SUBCOMMANDS,
): CommandSpan {
  const definition: SubcommandDefinition = SUBCOMMANDS[subcommand];
  const command = commandSpan(language, INTERVIEW_COMMAND, definition);
  return withExamples(command, language, definition.options ?? []);
}
