import type { CommandDefinition } from '../../chat/command.ts';
import { described } from '../shared/define-command.ts';
import { reviewWords } from './words/index.ts';

export const REVIEW_COMMAND: CommandDefinition = described(reviewWords, (words) => words.command);
