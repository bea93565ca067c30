import type { Look } from '../../chat/look.ts';
import { GENERAL_COMMAND, isSubcommand, spellCommand } from './commands.ts';
import { LIMITS } from './limits.ts';
import { readBack } from './read-back.ts';

export const slackLook: Look = {
  readBack,
  spellCommand,
  read(line, commands) {
    const [, name = '', rest = ''] = /^\/(\S*)\s*([\s\S]*)$/.exec(line) ?? [];
    if (name === GENERAL_COMMAND) {
      const [word = ''] = rest.split(/\s/, 1);
      return isSubcommand(commands, word) ? line : `/${rest || 'help'}`;
    }
    const isDirect = commands.some((each) => each.ownName && each.name === name);
    return isDirect ? line : undefined;
  },
  completes: false,
  commandsInThreads: false,
  countsReplies: true,
  longestMessage: LIMITS.message,
  longestField: LIMITS.input,
};
