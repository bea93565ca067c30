import { type KyselyPlugin, sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Track } from '../../../src/db/tables.ts';
import { insertTrack } from '../../../src/db/tracks.ts';
import { saveWorkspace } from '../../../src/db/workspaces.ts';
import type { Context } from '../../../src/delivery/context.ts';
import { submitAnswer } from '../../../src/features/answers/submit-answer.ts';
import { askRound } from '../../../src/features/rounds/ask-round.ts';
import { closeEndedRounds } from '../../../src/features/rounds/close-rounds.ts';
import { notePresence } from '../../../src/features/rounds/note-presence.ts';
import { openDueRounds } from '../../../src/features/rounds/open-rounds.ts';
import { insertOutage, savePresence } from '../../../src/features/rounds/outages.ts';
import { quietPlatform } from '../../support/quiet-platform.ts';
import { seedDeck } from '../../support/seed-deck.ts';
import { openWorld, type World } from '../../support/world.ts';

const SCHEDULE = { cron: '0 10 * * *', timezone: 'UTC' };

let world: World;

beforeEach(async () => {
  world = await openWorld({ platforms: [quietPlatform()] });
  await notePresence(world.context);
});
afterEach(() => world.close());

async function addTracks(count: number): Promise<readonly Track[]> {
  const { db } = world.context;
  const workspace = await saveWorkspace(db, { platform: 'discord', externalId: 'w1' });
  const questions = [{ id: 'one' }, { id: 'two' }, { id: 'three' }];
  const deck = await seedDeck(db, { name: 'sample', questions });
  const tracks: Track[] = [];
  for (let index = 0; index < count; index++) {
    tracks.push(
      await insertTrack(db, {
        ...{ workspaceId: workspace.id, channel: `c${index}`, deckIds: [deck.id], topics: [] },
        ...{ difficulties: [], answeringSeconds: 3600, language: 'en', ...SCHEDULE },
        nextDueAt: new Date('2026-11-23T10:00:00Z'),
      }),
    );
  }
  return tracks;
}

/** As if the bot had been connected all the while. */
async function goTo(at: string): Promise<void> {
  world.clock.set(at);
  await world.context.db.updateTable('presences').set({ seenAt: world.clock.peek() }).execute();
}

async function ask(): Promise<readonly number[]> {
  await openDueRounds(world.context);
  const query = world.context.db.selectFrom('rounds').select('id').where('status', '=', 'claimed');
  const ids = (await query.execute()).map(({ id }) => id);
  for (const id of ids) await askRound(world.context, id);
  return ids;
}

async function answerAll(rounds: readonly number[], tracks: readonly Track[], members: number) {
  const { workspaceId } = tracks[0]!;
  const at = world.clock.peek();
  for (const round of rounds) {
    for (let member = 0; member < members; member++) {
      const key = `${round}-${member}`;
      await submitAnswer(world.context, round, {
        ...{ workspaceId, member: { id: `m${member}`, name: `Member ${member}` } },
        ...{ source: 'form', sourceKey: key, gesture: key, text: 'An answer.', anonymous: false },
        ...{ saidAt: at, revisedAt: at },
      });
    }
  }
}

/** The same context, which counts the statements that it makes. */
function counting(context: Context): { readonly context: Context; readonly count: () => number } {
  let count = 0;
  const plugin: KyselyPlugin = {
    transformQuery({ node }) {
      count++;
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
  return { context: { ...context, db: context.db.withPlugin(plugin) }, count: () => count };
}

/** Closes a second round that nobody answered, in so many tracks of so many members. */
async function statementsToClose(tracks: number, members: number): Promise<number> {
  const all = await addTracks(tracks);
  await goTo('2026-11-23T10:00:00Z');
  await answerAll(await ask(), all, members);
  await goTo('2026-11-23T11:00:00Z');
  await closeEndedRounds(world.context);
  await goTo('2026-11-24T10:00:00Z');
  await ask();
  await goTo('2026-11-24T11:00:00Z');
  const counted = counting(world.context);
  await closeEndedRounds(counted.context);
  const { db } = world.context;
  const streaks = await db.selectFrom('streaks').select(['current', 'longest']).execute();
  expect(streaks).toEqual(Array(tracks * members).fill({ current: 0, longest: 1 }));
  const open = await db.selectFrom('rounds').select('id').where('status', '=', 'open').execute();
  expect(open).toEqual([]);
  const jobs = await world.waitingJobs();
  expect(jobs.filter(({ name }) => name === 'reveal')).toHaveLength(2 * tracks);
  return counted.count();
}

it('closes a dozen rounds that three people missed in a few statements', async () => {
  expect(await statementsToClose(12, 3)).toBeLessThan(25);
});

/** Waits until a statement stands before a lock that another transaction holds. */
async function untilOneWaits(): Promise<void> {
  const waiting = sql<{ count: string }>`
    select count(*) from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'
  `;
  await expect.poll(async () => (await waiting.execute(world.context.db)).rows[0]?.count).toBe('1');
}

it('excuses a round where another process notes the end of the outage at that moment', async () => {
  await addTracks(1);
  await goTo('2026-11-23T10:00:00Z');
  await ask();
  world.clock.set('2026-11-23T11:20:00Z');
  let closing: Promise<unknown> | undefined;
  await world.context.db.transaction().execute(async (tx) => {
    await sql`lock table presences in access exclusive mode`.execute(tx);
    closing = closeEndedRounds(world.context);
    await untilOneWaits();
    const until = world.clock.peek();
    await savePresence(tx, 'discord', until);
    await insertOutage(tx, 'discord', { from: new Date('2026-11-23T10:00:00Z'), until });
  });
  await closing;
  const rounds = await world.context.db
    .selectFrom('rounds')
    .select(['status', 'excused'])
    .execute();
  expect(rounds).toEqual([{ status: 'closed', excused: true }]);
});
