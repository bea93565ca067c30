import type { Logger } from 'pino';
import type { Platform } from '../../chat/platform.ts';
import { persist } from '../shared/persist.ts';
import { createApi } from './api.ts';
import { createConnection } from './connection.ts';
import { isRefusedForGood } from './errors.ts';
import { createInbound, type Inbound } from './events.ts';
import type { ShardChoice } from './gateway.ts';
import type { DiscordBot } from './interactions.ts';
import { LIMITS } from './limits.ts';
import { createOutbound } from './outbound.ts';
import { paginate } from './paginate.ts';
import { type Definitions, registerCommands } from './register.ts';
import type { SourceParts } from './slot-source.ts';

export { SPACING_MS } from './pace.ts';

export interface DiscordOptions {
  readonly token: string;
  /** Instead of `https://discord.com/api`. */
  readonly apiUrl?: string | undefined;
  /** Read what people write in threads; needs the privileged Message Content intent. */
  readonly messageContent: boolean;
  /** Those of all shards that this process connects; left out, all that Discord recommends. */
  readonly shards?: ShardChoice | undefined;
  readonly log: Logger;
  /** A clock that only runs forward, from any moment on. */
  readonly elapsedMs: () => number;
  /** How the processes of a bot keep Discord's limit together; left out, this one keeps it alone. */
  readonly shared?: SourceParts | undefined;
}

/**
 * Discord as a `Platform`. Posting needs no `start`, so a process that only works through jobs need
 * not hold a gateway connection. `start` keeps trying while Discord is out of reach or refuses the
 * bot, with the reason in `state`, and returns only when connected or stopped.
 */
export function createDiscord(options: DiscordOptions): Platform {
  const log = options.log.child({ platform: 'discord' });
  const api = createApi(options);
  const connection = createConnection({ ...options, log });
  let inbound: Inbound | undefined;
  return {
    name: 'discord',
    readsThreads: options.messageContent,
    // A message that one person alone sees can only answer a gesture of theirs.
    tellsPrivately: false,
    files: { largest: LIMITS.upload, inReplies: true },
    state: () => connection.state(),
    paginate,
    ...createOutbound(api, options),
    async start({ commands, messageCommands = [], handlers }) {
      const { apiUrl, messageContent } = options;
      const bot = { api, apiUrl, commands, handlers, messageContent, log };
      const events = createInbound(bot);
      inbound = events;
      const application = await connection.open((payload) => events.deliver(payload));
      if (application !== undefined) {
        const definitions = { commands, messageCommands };
        await makeKnown(bot, { application, definitions, closed: connection.closed });
      }
    },
    async stop() {
      await inbound?.close();
      await connection.close();
      api.close();
    },
  };
}

interface Registration {
  readonly application: string;
  readonly definitions: Definitions;
  readonly closed: AbortSignal;
}

/** Commands that Discord refuses are a fault of ours that repeating does not mend. */
async function makeKnown(
  { api, log }: DiscordBot,
  { application, definitions, closed }: Registration,
): Promise<void> {
  const register = async (): Promise<void> =>
    log.info({ commands: await registerCommands(api, application, definitions) }, 'commands known');
  await persist(register, {
    signal: closed,
    onFailure: (err) => log.error({ err }, 'the commands could not be made known'),
    isFinal: isRefusedForGood,
  });
}
