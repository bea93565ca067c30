import type { Look } from '../../chat/look.ts';
import { GENERAL_COMMAND } from './commands.ts';
import { LIMITS } from './limits.ts';
import { readBack } from './read-back.ts';

export const slackLook: Look = {
  readBack,
  typed: ({ name, directOnSlack }) => (directOnSlack ? `/${name}` : `/${GENERAL_COMMAND} ${name}`),
  read(line, commands) {
    const [, name = '', rest = ''] = /^\/(\S*)\s*([\s\S]*)$/.exec(line) ?? [];
    if (name === GENERAL_COMMAND) return `/${rest || 'help'}`;
    const isDirect = commands.some((each) => each.directOnSlack && each.name === name);
    return isDirect ? line : undefined;
  },
  completes: false,
  commandsInThreads: false,
  countsReplies: true,
  longestMessage: LIMITS.message,
  longestField: LIMITS.input,
};
