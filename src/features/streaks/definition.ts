import type { CommandDefinition } from '../../chat/command.ts';
import { localized } from '../../i18n/define-words.ts';
import { described } from '../shared/define-command.ts';
import { streakWords } from './words/index.ts';

export const STREAK_COMMAND: CommandDefinition = {
  ...described(streakWords, (words) => words.command),
  ownName: true,
  options: [
    { ...described(streakWords, (words) => words.memberOption), type: 'member' },
    {
      ...described(streakWords, (words) => words.showOption),
      type: 'choice',
      choices: [{ value: 'why', labels: localized(streakWords, (words) => words.why) }],
    },
  ],
};
