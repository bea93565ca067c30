import { EventEmitter } from 'node:events';
import { connect } from '../../../src/db/connect.ts';
import { playgroundStore } from '../../../src/db/playground.ts';
import {
  CHANNEL,
  populate,
  SAMPLE_GROUPS,
  WORKSPACE,
} from '../../../src/platforms/playground/people.ts';
import type { Controls } from '../../../src/platforms/playground/visitor-context.ts';
import { testDatabase } from '../database.ts';
import type { Faults, Stage } from '../stage.ts';
import { createUntil } from '../until.ts';
import { type Audience, createAudience, ONLOOKER } from './audience.ts';
import { faulty, noFaults, type StoreFaults } from './faults.ts';
import { createTroupe, type Troupe } from './troupe.ts';

export interface PlaygroundStageOptions {
  readonly now?: () => Date;
  readonly controls?: Controls;
}

/** A stage with what only the playground has. */
export interface PlaygroundStage extends Stage {
  /** Where the newest started adapter shows its page. */
  url(): string;
}

export const NO_CONTROLS: Controls = {
  open: () => Promise.resolve(),
  arrive: () => Promise.resolve(),
  nextRound: () => Promise.resolve(),
  deadline: () => Promise.resolve(true),
  isOpen: () => Promise.resolve(true),
};

/** The adapter on a real web server and a real database, used as the page uses it. */
export async function openPlaygroundStage(
  options: PlaygroundStageOptions = {},
): Promise<PlaygroundStage> {
  const { now = () => new Date(), controls = NO_CONTROLS } = options;
  const database = await testDatabase();
  const connection = connect(database.url, { onError: () => undefined, max: 4 });
  const store = playgroundStore(connection.db);
  await populate(store);
  await store.ensureMember(ONLOOKER);
  const changes = new EventEmitter();
  const pending = noFaults();
  const audience = createAudience(store, () => void changes.emit('change'));
  const troupe = createTroupe({ store: faulty(store, pending), controls, now, audience });
  const shown = audience.screen(CHANNEL);
  const until = createUntil(changes, () => [shown.messages(), audience.refusals]);
  return {
    name: 'playground',
    workspace: WORKSPACE,
    channel: CHANNEL,
    env: { PLAYGROUND: 'on', DATABASE_URL: database.url },
    url: () => audience.url() ?? '',
    platform: troupe.platform,
    person: audience.person,
    addChannel: (name, { botMayPost = true } = {}) => audience.addChannel(name, botMayPost),
    channelMessages: (channel = CHANNEL) => audience.screen(channel).messages(),
    threadMessages: ({ id }) => shown.messages(Number(id)),
    until,
    caughtUp: () => audience.caughtUp(until),
    groups: {
      add: (name) => SAMPLE_GROUPS.find((group) => group.name === name)?.id ?? '',
      remove() {
        throw new Error('the playground keeps its groups');
      },
      notified: () => shown.messages().flatMap(({ text }) => mentionedIn(text)),
    },
    faults: stageFaults(pending, audience, troupe),
    refusals: () => audience.refusals,
    async close() {
      await audience.close();
      await troupe.close();
      await connection.close();
      await database.drop();
    },
  };
}

const mentionedIn = (text: string): readonly string[] =>
  SAMPLE_GROUPS.filter(({ name }) => text.startsWith(`@${name}\n`)).map(({ id }) => id);

function stageFaults(pending: StoreFaults, audience: Audience, troupe: Troupe): Faults {
  return {
    failPosts: (count) => void (pending.failPosts = count),
    swallowPostAnswers: (count) => void (pending.swallowPostAnswers = count),
    rateLimit: (count, seconds) => void (pending.rateLimit = { count, seconds }),
    allowPosting: (channel, allowed) =>
      void (allowed ? pending.closedTo.delete(channel) : pending.closedTo.add(channel)),
    deleteChannel(channel) {
      pending.deleted.add(channel);
      troupe.emit({ type: 'channel-deleted', channel });
    },
    removeBot() {
      pending.botIsRemoved = true;
      troupe.emit({ type: 'workspace-left' });
    },
    refuseDirect() {
      throw new Error('the playground has no settings to refuse messages with');
    },
    dropConnection: audience.dropConnections,
    deliverTwice: troupe.deliverTwice,
  };
}
