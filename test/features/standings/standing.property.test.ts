import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { quietPlatform } from '../../support/quiet-platform.ts';
import { seedDeck } from '../../support/seed-deck.ts';
import { openWorld, type World } from '../../support/world.ts';
import { expectedStanding } from './standing/expected.ts';
import { MEMBERS, roundsOf, setStatus, startHistory } from './standing/history.ts';
import { type Step, take } from './standing/step.ts';
import { storedStanding } from './standing/stored.ts';

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
const back = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(5));
const arrives = fc.constantFrom(true, true, true, false);
const hours = fc.oneof({ weight: 2, arbitrary: fc.integer({ min: 1, max: 5 }) }, fc.nat(30));
const ahead = fc.nat(1);
const days = fc.integer({ min: 1, max: 3 });
const text = fc.constantFrom('better', 'shorter', '');
const type = <Type extends Step['type']>(...types: Type[]) => fc.constantFrom(...types);

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ type: type('wait'), hours, down: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ type: type('week'), member }) },
    { weight: 2, arbitrary: fc.record({ type: type('form'), member, back }) },
    { weight: 5, arbitrary: fc.record({ type: type('write'), member, back, arrives }) },
    { weight: 3, arbitrary: fc.record({ type: type('rewrite'), back, arrives, text }) },
    { weight: 4, arbitrary: fc.record({ type: type('delete'), back, arrives }) },
    { weight: 3, arbitrary: fc.record({ type: type('deliver'), back }) },
    { weight: 1, arbitrary: fc.record({ type: type('pause', 'resume', 'reveal') }) },
    { weight: 1, arbitrary: fc.record({ type: type('doubt'), hours }) },
    { weight: 1, arbitrary: fc.record({ type: type('answering'), hours }) },
    { weight: 1, arbitrary: fc.record({ type: type('forget'), member }) },
    { weight: 2, arbitrary: fc.record({ type: type('off'), member, ahead, days }) },
    { weight: 1, arbitrary: fc.record({ type: type('back'), member }) },
    { weight: 2, arbitrary: fc.record({ type: type('void', 'unvoid'), back }) },
    { weight: 3, arbitrary: fc.record({ type: type('count', 'uncount'), back, member }) },
  ),
  { minLength: 10, maxLength: 50 },
);

const aWait: Step = { type: 'wait', hours: 1, down: false };
const anEdit = (words: string, arrives: boolean): Step => {
  return { type: 'rewrite', back: 0, text: words, arrives };
};

/** An edit that brings words back arrives after a later one that takes them away again. */
const EMPTIED_TWICE: readonly Step[] = [
  ...[aWait, aWait, { type: 'write', member: 0, back: 0, arrives: true } as const],
  ...[aWait, anEdit('', true), aWait, anEdit('better', false), aWait, anEdit('', true)],
  { type: 'deliver', back: 1 },
];

it('after every step of any history, what is stored is what the log comes to', async () => {
  let histories = 0;
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const history = await startHistory({ world, platform }, deckId, `workspace-${++histories}`);
      for (const step of all) {
        await take(history, step);
        const rounds = await roundsOf(history);
        for (const one of MEMBERS) {
          const expected = expectedStanding({ ...history, rounds }, one);
          expect(await storedStanding(history, one)).toEqual(expected);
        }
      }
      await setStatus(history, 'removed');
    }),
    { seed: 7, numRuns: 30, examples: [[EMPTIED_TWICE]] },
  );
}, 300_000);
