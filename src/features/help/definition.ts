import type { CommandDefinition } from '../../chat/command.ts';
import { described } from '../shared/define-command.ts';
import { helpWords } from './words/index.ts';

export const HELP_COMMAND: CommandDefinition = described(helpWords, (words) => words.command);
