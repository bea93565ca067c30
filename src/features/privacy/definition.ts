import type { CommandDefinition } from '../../chat/command.ts';
import { described } from '../shared/define-command.ts';
import { privacyWords } from './words/index.ts';

export const PRIVACY_COMMAND: CommandDefinition = {
  ...described(privacyWords, (words) => words.command),
  subcommands: [
    described(privacyWords, (words) => words.subcommands.export),
    described(privacyWords, (words) => words.subcommands.forget),
  ],
};
