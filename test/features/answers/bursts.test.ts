import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MemberProfile, ThreadEvent, ThreadMessage } from '../../../src/chat/event.ts';
import { connect } from '../../../src/db/connect.ts';
import type { Round } from '../../../src/db/tables.ts';
import { onThreadEvents } from '../../../src/features/answers/on-thread-events.ts';
import { forgetMember } from '../../../src/features/privacy/forget-member.ts';
import { compareStandings } from '../../../src/features/standings/compare-standings.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { quietPlatform } from '../../support/quiet-platform.ts';
import { openScene, type Scene } from '../scene.ts';

const CROWD = Array.from({ length: 20 }, (_, n) => ({ id: `person-${n}`, name: `Person ${n}` }));
const NEWCOMERS = Array.from({ length: 5 }, (_, n) => ({ id: `new-${n}`, name: `New ${n}` }));
const [ANN, BOB, EVE] = ['ann', 'bob', 'eve'].map((id) => ({ id, name: id })) as [
  MemberProfile,
  MemberProfile,
  MemberProfile,
];

let scene: Scene;
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  scene = await openScene(quietPlatform(), database);
  const round = await scene.ask();
  for (const who of [...CROWD, ANN, BOB, EVE]) await scene.form(who, round, 'Known by now.');
});
afterAll(() => scene.close());

/** A message in the round's thread; `change` is what is unusual about it. */
function written(
  who: MemberProfile,
  { thread }: Round,
  change: Partial<ThreadMessage> = {},
): Extract<ThreadEvent, { readonly type: 'written' }> {
  if (!thread) throw new Error('the round has no thread');
  const ref = { ...thread, message: `${who.id} at ${scene.world.clock.peek().toISOString()}` };
  const at = scene.world.clock.peek();
  const message = { platform: 'discord', ref, member: who, at, gesture: ref.message } as const;
  return { type: 'written', message: { ...message, text: `So says ${who.id}.`, ...change } };
}

async function standing(round: Round): Promise<readonly string[]> {
  const answers = await scene.world.context.db
    .selectFrom('answers')
    .select('text')
    .where('roundId', '=', round.id)
    .where('withdrawnAt', 'is', null)
    .orderBy('text')
    .execute();
  return answers.map(({ text }) => text);
}

it.each([
  ['whom the bot knows', CROWD],
  ['who answers for the first time', NEWCOMERS],
])('takes the answers of a crowd %s together, with one job for their marks', async (_, crowd) => {
  const round = await scene.ask();
  await scene.world.takeJobs();
  const events = crowd.map((who) => written(who, round));
  const outcomes = await onThreadEvents(scene.world.context, events);
  expect(outcomes.map(({ status }) => status)).toEqual(crowd.map(() => 'fulfilled'));
  expect(await standing(round)).toHaveLength(crowd.length);
  const jobs = await scene.world.waitingJobs();
  const marks = jobs.filter(({ name }) => name.startsWith('acknowledge'));
  expect(marks).toMatchObject([{ name: 'acknowledge-all' }]);
  expect(marks[0]?.data).toHaveProperty('answerIds.length', crowd.length);
  const report = await compareStandings(scene.world.context.db);
  expect(report.differing).toEqual([]);
});

it('takes what was edited, deleted, said twice, or said by someone new, in the same burst', async () => {
  const round = await scene.ask();
  const [byAnn, byBob, byEve] = [written(ANN, round), written(BOB, round), written(EVE, round)];
  const zoe = { id: `new-${round.id}`, name: 'Zoe' };
  const edited = { ...byAnn.message, text: 'Better said.' };
  const revisedAt = new Date(byAnn.message.at.getTime() + 1);
  await onThreadEvents(scene.world.context, [
    byAnn,
    byBob,
    byBob,
    { type: 'edited', message: edited, revisedAt },
    byEve,
    written(zoe, round),
    { type: 'deleted', platform: 'discord', ref: byEve.message.ref },
  ]);
  const said = ['Better said.', 'So says bob.', `So says ${zoe.id}.`];
  expect(await standing(round)).toEqual(said.toSorted());
  expect((await compareStandings(scene.world.context.db)).differing).toEqual([]);
});

it('does not know a forgotten person again by a message that comes once more', async () => {
  const round = await scene.ask();
  const ghosts = ['ghost', 'shade'].map((id) => written({ id, name: id }, round));
  const { context } = scene.world;
  await onThreadEvents(context, ghosts);
  const ghost = await scene.member({ id: 'ghost', name: 'ghost' });
  if (ghost) await forgetMember(context, ghost.id);
  await onThreadEvents(context, ghosts);
  expect(ghost).toBeDefined();
  expect(await scene.member({ id: 'ghost', name: 'ghost' })).toBeUndefined();
});

it('takes all others where one of them cannot be kept', async () => {
  const round = await scene.ask();
  const events = [ANN, BOB, EVE].map((who) =>
    written(who, round, who === BOB ? { gesture: 'no text of PostgreSQL\0' } : {}),
  );
  const outcomes = await onThreadEvents(scene.world.context, events);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await standing(round)).toEqual(['So says ann.', 'So says eve.']);
});

it('leaves connections to all else that people do where none can be taken together', async () => {
  const { context } = scene.world;
  const { db, close } = connect(database.url, { onError: () => undefined, max: 20 });
  const place = { workspace: 'elsewhere', channel: 'c', thread: 't' };
  const gone = Array.from({ length: 40 }, (_, n): ThreadEvent => {
    return { type: 'deleted', platform: 'discord', ref: { ...place, message: `gone ${n}` } };
  });
  const sessions = async (): Promise<number> => {
    const { rows } = await sql<{ readonly count: number }>`
      select count(*)::integer as count from pg_stat_activity where datname = current_database()
    `.execute(context.db);
    return rows[0]?.count ?? 0;
  };
  const before = await sessions();
  const outcomes = await onThreadEvents({ ...context, db }, gone);
  expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set(['fulfilled']));
  expect((await sessions()) - before).toBeLessThanOrEqual(5);
  await close();
});
