import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { pino } from 'pino';
import type { Inbox, MembershipEvent } from '../../../src/chat/event.ts';
import type { Platform } from '../../../src/chat/platform.ts';
import { connect } from '../../../src/db/connect.ts';
import { playgroundStore } from '../../../src/db/playground.ts';
import { createPlayground } from '../../../src/platforms/playground/index.ts';
import { CHANNEL, populate, WORKSPACE } from '../../../src/platforms/playground/people.ts';
import type { Controls } from '../../../src/platforms/playground/room.ts';
import { testDatabase } from '../database.ts';
import type { Person, Stage, Traits } from '../stage.ts';
import { delivering } from './delivering.ts';
import { faulty, noFaults } from './faults.ts';
import { createHands } from './hands.ts';
import { createMirror, type Mirror } from './mirror.ts';
import { serve, type Served } from './serve.ts';
import { createUntil } from './until.ts';

export interface PlaygroundStageOptions {
  readonly now?: () => Date;
  readonly controls?: Controls;
}

/** A stage with what only the playground has. */
export interface PlaygroundStage extends Stage {
  /** Where the newest started adapter shows its page. */
  url(): string;
}

/** Looks at the channels, and does nothing there. */
const ONLOOKER = { id: 'onlooker', name: 'Onlooker', manages: false };

const NO_CONTROLS: Controls = {
  nextRound: () => Promise.resolve(),
  deadline: () => Promise.resolve(),
};

/** The adapter on a real web server and a real database, used as the page uses it. */
export async function openPlaygroundStage(
  options: PlaygroundStageOptions = {},
): Promise<PlaygroundStage> {
  const { now = () => new Date(), controls = NO_CONTROLS } = options;
  const database = await testDatabase();
  const connection = connect(database.url, { onError: () => undefined });
  const store = playgroundStore(connection.db);
  await populate(store);
  await store.ensureMember(ONLOOKER);

  const changes = new EventEmitter();
  const onChange = (): void => void changes.emit('change');
  const faults = noFaults();
  const servers: Served[] = [];
  const inboxes = new Set<Inbox>();
  const refusals: string[] = [];
  const mirrors: Mirror[] = [];
  const people = new Map<string, Person>();
  const screens = new Map<string, Mirror>();
  let twice = false;
  let settled: Promise<unknown> = Promise.resolve();
  /** What is done to the stage at once, and may take a moment. */
  const later = (work: () => Promise<unknown>): void => {
    settled = settled.then(work);
  };

  function mirrorFor(
    member: string,
    channel: string,
    headers: Readonly<Record<string, string>> = {},
  ): Mirror {
    const mirror = createMirror({ member, channel, headers, onChange });
    mirrors.push(mirror);
    later(() => Promise.all(servers.map(({ url }) => mirror.follow(url))));
    return mirror;
  }

  function screen(channel: string): Mirror {
    const known = screens.get(channel) ?? mirrorFor(ONLOOKER.id, channel);
    screens.set(channel, known);
    return known;
  }

  async function page(): Promise<string> {
    await settled;
    const newest = servers.at(-1);
    if (!newest) throw new Error('no page: the adapter is not started');
    return newest.url;
  }

  function person(name: string, traits: Traits = {}): Person {
    const known = people.get(name);
    if (known) return known;
    const id = `p-${people.size + 1}`;
    const { manages = false } = traits;
    later(() => store.ensureMember({ id, name, manages }));
    const headers = preferences(traits);
    const mirror = mirrorFor(id, CHANNEL, headers);
    const answered = new Set<string>();
    const hands = createHands({
      ...{ member: id, channel: CHANNEL, headers, mirror, page },
      refused: (reason) => void refusals.push(reason),
      answered: (message) => void answered.add(message),
    });
    const told = () => mirror.privately().filter((message) => !answered.has(message.id));
    const made: Person = { id, name, ...hands, told };
    people.set(name, made);
    return made;
  }

  function platform(): Platform {
    const log = pino({ level: 'silent' });
    const made = createPlayground({
      ...{ store: faulty(store, faults), controls, log, now, randomId: randomUUID },
    });
    let server: Served | undefined;
    return {
      ...made,
      async start({ commands, inbox }) {
        inboxes.add(inbox);
        await made.start({ commands, inbox: delivering(inbox, () => (twice ? 2 : 1)) });
        const opened = (server = await serve(made));
        servers.push(opened);
        await settled;
        await Promise.all(mirrors.map((mirror) => mirror.follow(opened.url)));
      },
      async stop() {
        await made.stop();
        await server?.close();
        servers.splice(0, servers.length, ...servers.filter((each) => each !== server));
      },
    };
  }

  const emit = (event: DistributiveOmit<MembershipEvent, 'platform' | 'workspace'>): void => {
    for (const inbox of inboxes) {
      later(() => inbox.membership({ platform: 'playground', workspace: WORKSPACE, ...event }));
    }
  };

  screen(CHANNEL);

  return {
    name: 'playground',
    workspace: WORKSPACE,
    channel: CHANNEL,
    env: { PLAYGROUND: 'on', DATABASE_URL: database.url },
    url: () => servers.at(-1)?.url ?? '',
    platform,
    person,
    addChannel(name, { botMayPost = true } = {}) {
      const id = `c-${name}`;
      later(() => store.ensureChannel({ id, name, botMayPost }));
      screen(id);
      return id;
    },
    channelMessages: (channel = CHANNEL) => screen(channel).messages(),
    threadMessages: ({ id }) => screen(CHANNEL).messages(Number(id)),
    until: createUntil(changes, () => ({ onStage: screen(CHANNEL).messages(), refusals })),
    faults: {
      failPosts: (count) => void (faults.failPosts = count),
      swallowPostAnswers: (count) => void (faults.swallowPostAnswers = count),
      rateLimit: (count, seconds) => void (faults.rateLimit = { count, seconds }),
      allowPosting: (channel, allowed) =>
        void (allowed ? faults.closedTo.delete(channel) : faults.closedTo.add(channel)),
      deleteChannel(channel) {
        faults.deleted.add(channel);
        emit({ type: 'channel-deleted', channel });
      },
      removeBot() {
        faults.botIsRemoved = true;
        emit({ type: 'workspace-left' });
      },
      refuseDirect() {
        throw new Error('there are no settings on the playground to refuse messages with');
      },
      dropConnection: () => later(() => Promise.all(mirrors.map((mirror) => mirror.drop()))),
      deliverTwice: (on) => void (twice = on),
    },
    refusals: () => refusals,
    async close() {
      await settled;
      for (const mirror of mirrors) mirror.close();
      for (const server of servers) await server.close();
      await connection.close();
      await database.drop();
    },
  };
}

type DistributiveOmit<T, Key extends PropertyKey> = T extends unknown ? Omit<T, Key> : never;

/** The page keeps them in cookies. */
function preferences({ language = 'en', timezone }: Traits): Readonly<Record<string, string>> {
  const cookies = [`whetstone-language=${language}`];
  if (timezone) cookies.push(`whetstone-timezone=${encodeURIComponent(timezone)}`);
  return { cookie: cookies.join('; ') };
}
