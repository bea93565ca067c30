import type { CommandDefinition } from '../../chat/command.ts';
import { PERIODS } from '../../domain/period.ts';
import { localized } from '../../i18n/define-words.ts';
import { described } from '../shared/define-command.ts';
import { TRACK_OPTION } from '../tracks/track-option.ts';
import { leaderboardWords } from './words/index.ts';

export const LEADERBOARD_COMMAND: CommandDefinition = {
  ...described(leaderboardWords, (words) => words.command),
  ownName: true,
  options: [
    {
      ...described(leaderboardWords, (words) => words.periodOption),
      type: 'choice',
      choices: PERIODS.map((period) => ({
        value: period,
        labels: localized(leaderboardWords, (words) => words.periods[period]),
      })),
    },
    TRACK_OPTION,
  ],
};
