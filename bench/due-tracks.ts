import { openDueRounds } from '../src/features/rounds/open-rounds.ts';
import { measure, table } from './measure.ts';
import type { Bench } from './open-bench.ts';

const TRACKS = 1_000;
const TIMES = 5;

/** One tick that finds a thousand tracks due, against a thousand bare inserts. */
export async function benchDueTracks(bench: Bench): Promise<string> {
  for (let number = 0; number < TRACKS; number++) await bench.addTrack(`due-${number}`);
  const rows = await measure(TIMES, {
    [`${TRACKS} inserts of one row`]: (turn) => insertRows(bench, turn),
    [`one tick with ${TRACKS} tracks due`]: () => tick(bench),
  });
  return table('Tracks that fall due together', rows);
}

async function insertRows({ db }: Bench, turn: number): Promise<void> {
  for (let number = 0; number < TRACKS; number++) {
    const at = new Date();
    const key = `row-${turn}-${number}`;
    await db
      .insertInto('deliveries')
      .values({ key, place: '{}', startedAt: at, attemptedAt: at })
      .execute();
  }
}

async function tick({ context, db }: Bench): Promise<void> {
  const due = { nextDueAt: new Date() };
  const made = await db.updateTable('tracks').set(due).where('channel', 'like', 'due-%').execute();
  const before = await countRounds(db);
  await openDueRounds(context);
  const claimed = (await countRounds(db)) - before;
  if (claimed !== TRACKS) throw new Error(`claimed ${claimed} of ${made[0]?.numUpdatedRows}`);
}

async function countRounds(db: Bench['db']): Promise<number> {
  const query = db.selectFrom('rounds').select((eb) => eb.fn.countAll<string>().as('count'));
  return Number((await query.executeTakeFirstOrThrow()).count);
}
