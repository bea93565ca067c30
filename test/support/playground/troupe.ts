import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import type { Handlers, MembershipEvent } from '../../../src/chat/event.ts';
import type { Platform } from '../../../src/chat/platform.ts';
import { discordLook } from '../../../src/platforms/discord/look.ts';
import { createPlayground } from '../../../src/platforms/playground/index.ts';
import { WORKSPACE } from '../../../src/platforms/playground/people.ts';
import type { PlaygroundStore } from '../../../src/platforms/playground/store.ts';
import type { Controls } from '../../../src/platforms/playground/visitor-context.ts';
import { slackLook } from '../../../src/platforms/slack/look.ts';
import type { Audience } from './audience.ts';
import { delivering } from './delivering.ts';
import { serve, type Served } from './serve.ts';

/** The adapters of one stage, each on a web server of its own. */
const LOOKS = { discord: discordLook, slack: slackLook };

export interface Troupe {
  readonly platform: () => Platform;
  /** Tells every started adapter's bot what the page cannot bring about. */
  emit(event: Happening): void;
  readonly deliverTwice: (on: boolean) => void;
  close(): Promise<void>;
}

type WithoutPlace<T> = T extends unknown ? Omit<T, 'platform' | 'workspace'> : never;

type Happening = WithoutPlace<MembershipEvent>;

/** The name by which browsers on other machines may come in. */
export const NAMED_HOST = 'study.example';

export function createTroupe(options: {
  readonly store: PlaygroundStore;
  readonly controls: Controls;
  readonly now: () => Date;
  readonly audience: Audience;
}): Troupe {
  const { audience, ...parts } = options;
  const log = pino({ level: 'silent' });
  const servers = new Set<Served>();
  const inboxes = new Set<Handlers>();
  let times = 1;

  function platform(): Platform {
    const made = createPlayground({
      ...{ ...parts, log, looks: LOOKS, hosts: [NAMED_HOST], randomId: randomUUID },
    });
    let server: Served | undefined;
    return {
      ...made,
      async start({ commands, handlers }) {
        inboxes.add(handlers);
        await made.start({ commands, handlers: delivering(handlers, () => times) });
        server = await serve(made);
        servers.add(server);
        await audience.join(server.url);
      },
      async stop() {
        await made.stop();
        if (!server) return;
        audience.leave(server.url);
        servers.delete(server);
        await server.close();
      },
    };
  }

  return {
    platform,
    emit(event) {
      const whole = { platform: 'playground', workspace: WORKSPACE, ...event } as const;
      for (const handlers of inboxes) audience.later(() => handlers.membership(whole));
    },
    deliverTwice: (on) => void (times = on ? 2 : 1),
    async close() {
      for (const server of servers) await server.close();
    },
  };
}
