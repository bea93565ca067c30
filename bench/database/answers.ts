import type { Benchmark } from '../kit/benchmark.ts';
import { compare, timed, timedTogether } from '../kit/compare.ts';
import { addPast } from '../kit/history.ts';
import { giveAnswer, upsertRow } from '../kit/writes.ts';

/** More than there are connections, as when a whole company answers in one channel. */
const WRITERS = 64;
/** A year of weekdays. */
const ROUNDS = 260;

/** An answer by form, committed with its points and streak, against a bare upsert of one row. */
export const answers: Benchmark = {
  name: 'answers',
  title: 'An answer, with its points and streak ÷ an upsert of one row',
  async run(bench, { rounds, each }) {
    const writers = { writers: WRITERS, each: Math.ceil(each / 5) };
    const people = rounds * (each + writers.writers * writers.each);
    const track = await bench.addTrack('answers');
    const round = await addPast(bench, track, { people, rounds: ROUNDS, answered: 3 });
    let person = 0;
    const answer = () => giveAnswer(bench, { round, track, person: ++person });
    const upsert = (turn: number) => upsertRow(bench, turn);
    const alone = await compare(rounds, { what: 'an upsert', sample: timed(each, upsert) }, [
      { what: 'one writer', unit: 'ms', goal: { atMost: 3 }, sample: timed(each, answer) },
    ]);
    const many = { what: `${WRITERS} writers in one channel`, unit: 'ms', goal: { atMost: 4 } };
    const together = await compare(
      rounds,
      { what: 'an upsert', sample: timedTogether(writers, upsert) },
      [{ ...many, sample: timedTogether(writers, answer) }],
    );
    return [...alone, ...together];
  },
};
