import { openDueRounds } from '../../src/features/rounds/open-rounds.ts';
import type { Benchmark } from '../kit/benchmark.ts';
import { compare, took } from '../kit/compare.ts';
import type { Bench } from '../kit/open-bench.ts';
import { upsertRow } from '../kit/writes.ts';

/** One tick that claims the rounds of all channels that are due, against as many bare upserts. */
export const dueTracks: Benchmark = {
  name: 'due-tracks',
  title: 'Claiming the rounds of channels that are due ÷ an upsert for each',
  async run(bench, { rounds, channels }) {
    for (let number = 0; number < channels; number++) await bench.addTrack(`due-${number}`);
    return compare(
      rounds,
      { what: 'the upserts', sample: () => took(() => upsertRows(bench, channels)) },
      [
        {
          ...{ what: `${channels.toLocaleString('en')} channels`, unit: 'ms' },
          sample: () => tick(bench, channels),
        },
      ],
    );
  },
};

async function upsertRows(bench: Bench, count: number): Promise<void> {
  for (let number = 0; number < count; number++) await upsertRow(bench, number);
}

async function tick({ context, db }: Bench, channels: number): Promise<number> {
  const due = { nextDueAt: new Date() };
  await db.updateTable('tracks').set(due).where('channel', 'like', 'due-%').execute();
  const before = await countRounds(db);
  const time = await took(() => openDueRounds(context));
  const claimed = (await countRounds(db)) - before;
  if (claimed !== channels) throw new Error(`claimed ${claimed} of ${channels}`);
  return time;
}

async function countRounds(db: Bench['db']): Promise<number> {
  const query = db.selectFrom('rounds').select((eb) => eb.fn.countAll<string>().as('count'));
  return Number((await query.executeTakeFirstOrThrow()).count);
}
