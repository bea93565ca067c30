import type { CommandDefinition } from '../../chat/command.ts';
import { described } from '../shared/define-command.ts';
import { streakWords } from './words/index.ts';

export const STREAK_COMMAND: CommandDefinition = {
  ...described(streakWords, (words) => words.command),
  ownName: true,
  options: [{ ...described(streakWords, (words) => words.memberOption), type: 'member' }],
};
