import type { CommandDefinition, OptionDefinition } from '../../chat/command.ts';
import { described, shownOption } from '../shared/define-command.ts';
import { TRACK_OPTION } from '../tracks/track-option.ts';
import { correctionWords } from './words/index.ts';

const shown = (key: 'reason' | 'member') =>
  shownOption(correctionWords, (words) => words.options[key]);

const round: OptionDefinition = {
  ...described(correctionWords, (words) => words.options.round),
  ...{ type: 'text', required: true, example: { en: '12', ru: '12' } },
};
const reason: OptionDefinition = { ...shown('reason'), type: 'text', required: true };
const member: OptionDefinition = { ...shown('member'), type: 'member', required: true };
const undoMember: OptionDefinition = {
  ...described(correctionWords, (words) => words.options.undoMember),
  type: 'member',
};
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
      options: [round, member, reason, track],
    },
    {
      ...described(correctionWords, (words) => words.subcommands.undo),
      options: [round, reason, undoMember, track],
    },
  ],
};
