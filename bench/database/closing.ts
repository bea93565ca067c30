import { sql } from 'kysely';
import { closeEndedRounds } from '../../src/features/rounds/close-rounds.ts';
import type { Benchmark } from '../kit/benchmark.ts';
import { compare, took } from '../kit/compare.ts';
import { addPast } from '../kit/history.ts';
import type { Bench } from '../kit/open-bench.ts';

/** A month of weekdays: what a streak is folded from. */
const ROUNDS = 22;
const ANSWERED = 3;

/** A deadline that many people with a streak missed, against an update of as many rows. */
export const closing: Benchmark = {
  name: 'closing',
  title: 'A round closes that people with streaks missed ÷ an update of their rows',
  async run(bench, { rounds, missed }) {
    const track = await bench.addTrack('closing', { workspace: 'closing' });
    const past = { people: missed, rounds: ROUNDS, answered: ANSWERED };
    const round = await addPast(bench, track, past);
    const update = () => haveStreaks(bench, track.id, ANSWERED);
    return compare(rounds, { what: 'the update', sample: () => took(update) }, [
      {
        ...{ what: `missed by ${missed.toLocaleString('en')}`, unit: 'ms' },
        async sample() {
          await update();
          await endNow(bench, round);
          return took(() => closeEndedRounds(bench.context));
        },
      },
    ]);
  },
};

function haveStreaks({ db }: Bench, trackId: number, current: number): Promise<unknown> {
  return db.updateTable('streaks').set({ current }).where('trackId', '=', trackId).execute();
}

/** Opens a round again whose deadline is now. */
async function endNow({ db }: Bench, id: number): Promise<void> {
  const now = sql<Date>`now()`;
  const ended = { status: 'open' as const, closesAt: now, closedAt: null };
  await db.updateTable('rounds').set(ended).where('id', '=', id).execute();
}
