import { type CommandDefinition, commandSpan } from '../../chat/command.ts';
import type { CommandSpan } from '../../chat/text.ts';
import type { Language } from '../../domain/language.ts';
import { described } from '../shared/define-command.ts';
import { suggestionWords } from './words/index.ts';

const SUBCOMMANDS = {
  suggest: described(suggestionWords, (words) => words.subcommands.suggest),
  mine: described(suggestionWords, (words) => words.subcommands.mine),
  report: described(suggestionWords, (words) => words.subcommands.report),
  review: described(suggestionWords, (words) => words.subcommands.review),
  list: described(suggestionWords, (words) => words.subcommands.list),
  reports: described(suggestionWords, (words) => words.subcommands.reports),
  import: described(suggestionWords, (words) => words.subcommands.import),
};

export const QUESTION_COMMAND: CommandDefinition = {
  ...described(suggestionWords, (words) => words.command),
  subcommands: Object.values(SUBCOMMANDS),
};

/** `/question mine` and the like, for texts that speak of it. */
export function questionCommandSpan(
  language: Language,
  subcommand: keyof typeof SUBCOMMANDS,
): CommandSpan {
  return commandSpan(language, QUESTION_COMMAND, SUBCOMMANDS[subcommand]);
}
