import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Db } from '../../../src/db/connect.ts';
import { quietPlatform } from '../../support/quiet-platform.ts';
import { seedDeck } from '../../support/seed-deck.ts';
import { openWorld, type World } from '../../support/world.ts';
import { MEMBERS, startHistory } from './standing/history.ts';
import { type Step, take } from './standing/step.ts';

let world: World;
let deckId: number;
const platform = quietPlatform();

beforeAll(async () => {
  world = await openWorld({ platforms: [platform] });
  const questions = Array.from({ length: 40 }, (_, index) => ({ id: `question-${index}` }));
  deckId = (await seedDeck(world.context.db, { name: 'sample', questions })).id;
});
afterAll(() => world.close());

const member = fc.constantFrom(...MEMBERS);
const back = fc.nat(2);
const type = <Type extends Step['type']>(...types: Type[]) => fc.constantFrom(...types);

/** All that changes points. */
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 2, arbitrary: fc.record({ type: type('week'), member }) },
    { weight: 3, arbitrary: fc.record({ type: type('form'), member, back }) },
    {
      weight: 3,
      arbitrary: fc.record({ type: type('write'), member, back, arrives: fc.constant(true) }),
    },
    { weight: 3, arbitrary: fc.record({ type: type('delete'), back, arrives: fc.constant(true) }) },
    { weight: 1, arbitrary: fc.record({ type: type('forget'), member }) },
    { weight: 2, arbitrary: fc.record({ type: type('void', 'unvoid'), back }) },
    { weight: 2, arbitrary: fc.record({ type: type('count', 'uncount'), back, member }) },
  ),
  { minLength: 10, maxLength: 20 },
);

it('after every step of any history, as many members are counted as have the points', async () => {
  let histories = 0;
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const history = await startHistory({ world, platform }, deckId, `workspace-${++histories}`);
      for (const step of all) {
        await take(history, step);
        expect(await miscounted(world.context.db)).toEqual([]);
      }
    }),
    { seed: 11, numRuns: 6 },
  );
}, 120_000);

/** Where the counts are not what counting comes to. */
async function miscounted(db: Db): Promise<readonly object[]> {
  const { rows } = await sql<object>`
    select * from (
      select track_id, period, points, sum(members)::integer as members from score_counts
      group by track_id, period, points
    ) kept full join (
      select track_id, period, points, count(*)::integer as counted from scores
      group by track_id, period, points
    ) scored using (track_id, period, points)
    where coalesce(members, 0) <> coalesce(counted, 0)
  `.execute(db);
  return rows;
}
