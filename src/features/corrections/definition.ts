import type { CommandDefinition, OptionDefinition } from '../../chat/command.ts';
import { described } from '../shared/define-command.ts';
import { TRACK_OPTION } from '../tracks/track-option.ts';
import type { en } from './words/en.ts';
import { correctionWords } from './words/index.ts';

const option = (key: keyof (typeof en)['options']) =>
  described(correctionWords, (words) => words.options[key]);

const round: OptionDefinition = { ...option('round'), type: 'text', required: true };
const reason: OptionDefinition = { ...option('reason'), type: 'text', required: true };
const track: OptionDefinition = { ...TRACK_OPTION, completes: true };

/** `/round`, for people who may manage the server or workspace. */
export const ROUND_COMMAND: CommandDefinition = {
  ...described(correctionWords, (words) => words.command),
  manage: true,
  subcommands: [
    {
      ...described(correctionWords, (words) => words.subcommands.void),
      options: [round, reason, track],
    },
    {
      ...described(correctionWords, (words) => words.subcommands.count),
      options: [round, { ...option('member'), type: 'member', required: true }, reason, track],
    },
    {
      ...described(correctionWords, (words) => words.subcommands.undo),
      options: [round, reason, { ...option('undoMember'), type: 'member' }, track],
    },
  ],
};
