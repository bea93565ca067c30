import type { Look } from '../../chat/look.ts';
import { spellCommand } from './commands.ts';
import { LIMITS } from './limits.ts';
import { readBack } from './read-back.ts';

/** Discord without the privileged intent, which is how a bot begins there. */
export const discordLook: Look = {
  readBack,
  spellCommand,
  read: (line) => line,
  completes: true,
  commandsInThreads: true,
  countsReplies: false,
  longestMessage: LIMITS.message,
  longestField: LIMITS.input,
};
