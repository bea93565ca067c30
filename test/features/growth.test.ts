import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import type { Db } from '../../src/db/connect.ts';
import type { Context } from '../../src/delivery/context.ts';
import { inTransaction } from '../../src/delivery/in-transaction.ts';
import { showLeaderboard } from '../../src/features/leaderboard/show-leaderboard.ts';
import { pickQuiz } from '../../src/features/quiz/pick-quiz.ts';
import { memberTyped } from '../../src/features/streaks/member-typed.ts';
import { addCrowd } from '../support/crowd.ts';
import { quietPlatform } from '../support/quiet-platform.ts';
import { openScene, type Scene } from './scene.ts';

/** What people do most, in a workspace with a crowd in it. */
type Gesture = (context: Context, scene: Scene, memberId: number) => Promise<unknown>;

const GESTURES: Readonly<Record<string, Gesture>> = {
  '/streak @name': ({ db }, { track }) => memberTyped(db, track.workspaceId, '@MEMBER 7'),
  '/leaderboard': (context, { track: { workspaceId } }, memberId) =>
    showLeaderboard(
      context,
      { workspaceId, channel: 'c1', language: 'en' },
      { period: 'all', page: 1, memberId },
    ),
  '/quiz': (context, { track: { workspaceId } }, memberId) =>
    pickQuiz(context, { workspaceId, memberId, language: 'en' }),
};

const SIZES = [2_000, 20_000];

let counts: readonly ReadonlyMap<string, number>[];

beforeAll(async () => {
  counts = [];
  for (const size of SIZES) counts = [...counts, await rowsReadBy(size)];
});

it.each(Object.keys(GESTURES))('%s reads no more rows among more people', (name) => {
  const [few, many] = counts.map((all) => all.get(name));
  expect(few).toBeGreaterThan(0);
  expect(many).toBeLessThanOrEqual(few ?? 0);
});

/** How many rows each gesture reads where there are so many people. */
async function rowsReadBy(size: number): Promise<ReadonlyMap<string, number>> {
  const scene = await openScene(quietPlatform());
  const { context } = scene.world;
  const first = await addCrowd(context.db, scene.track, { size, periods: ['all'], most: 20 });
  const counts = new Map<string, number>();
  for (const [name, gesture] of Object.entries(GESTURES)) {
    const count = await inTransaction(context, async (inside) => {
      const before = await rowsRead(inside.db);
      await gesture(inside, scene, first);
      return (await rowsRead(inside.db)) - before;
    });
    counts.set(name, count);
  }
  await scene.close();
  return counts;
}

/** The rows that this session has read of late, by PostgreSQL's own count. */
async function rowsRead(db: Db): Promise<number> {
  const { rows } = await sql<{ read: number }>`
    select sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::integer as read from pg_stat_xact_user_tables
  `.execute(db);
  return rows[0]?.read ?? NaN;
}
