import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AskedQuestion,
  type Candidate,
  pickQuestion,
} from '../../src/domain/pick-question.ts';

const deck = (size: number): readonly Candidate[] =>
  Array.from({ length: size }, (_, index) => ({ id: index + 1, slug: `question-${index}` }));

/** Asks so many rounds of a deck; the deck may be another in every round. */
function ask(
  rounds: number,
  pool: (round: number) => readonly Candidate[],
  seed = 'track-1',
): readonly AskedQuestion[] {
  const asked: AskedQuestion[] = [];
  for (let round = 0; round < rounds; round++) {
    const pick = pickQuestion(pool(round), asked, seed);
    if (pick) asked.push(pick);
  }
  return asked;
}

const idsOf = (asked: readonly AskedQuestion[]): readonly number[] =>
  asked.map(({ questionId }) => questionId);

describe('the next question', () => {
  it('is none where there is none to ask', () => {
    expect(pickQuestion([], [], 'track-1')).toBeUndefined();
    expect(pickQuestion([], [{ questionId: 1, cycle: 1 }], 'track-1')).toBeUndefined();
  });

  it('comes again only once all were asked, and never twice in a row', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 12 }), fc.string(), (size, seed) => {
        const asked = idsOf(ask(3 * size, () => deck(size), seed));
        for (let from = 0; from < asked.length; from += size) {
          expect(new Set(asked.slice(from, from + size)).size).toBe(size);
        }
        expect(asked.filter((id, index) => id === asked[index + 1])).toEqual([]);
      }),
    );
  });

  it('is a classic only once all others were asked, in every cycle', () => {
    const pool = deck(10).map((each) => ({ ...each, classic: each.id % 3 === 0 }));
    const asked = idsOf(ask(20, () => pool));
    for (const cycle of [asked.slice(0, 10), asked.slice(10)]) {
      expect(cycle.slice(0, 7).filter((id) => id % 3 === 0)).toEqual([]);
      expect(cycle.slice(7).sort()).toEqual([3, 6, 9]);
    }
    expect(idsOf(ask(2, () => pool.filter(({ classic }) => classic)))).toHaveLength(2);
  });

  it('is the only one again and again, in a deck of one', () => {
    expect(ask(3, () => deck(1))).toEqual([
      { questionId: 1, cycle: 1 },
      { questionId: 1, cycle: 2 },
      { questionId: 1, cycle: 3 },
    ]);
  });

  it('comes in another order in every cycle and in every track', () => {
    const first = idsOf(ask(20, () => deck(10)));
    expect(first.slice(0, 10)).not.toEqual(first.slice(10));
    expect(idsOf(ask(10, () => deck(10), 'track-2'))).not.toEqual(first.slice(0, 10));
  });

  it('is the same whoever asks: a track’s history decides it', () => {
    expect(ask(15, () => deck(10))).toEqual(ask(15, () => deck(10).toReversed()));
  });

  it('may be one that was added meanwhile, still in the same cycle', () => {
    const asked = ask(6, (round) => deck(round < 3 ? 5 : 6));
    expect([...idsOf(asked)].sort()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(asked.every(({ cycle }) => cycle === 1)).toBe(true);
  });

  it('is never one that was taken away', () => {
    const asked = ask(10, (round) => (round < 2 ? deck(5) : deck(5).slice(0, 3)));
    expect(
      idsOf(asked)
        .slice(2)
        .filter((id) => id > 3),
    ).toEqual([]);
  });
});
