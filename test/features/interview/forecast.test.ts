import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { forecastBoth } from '../../../src/features/interview/forecast.ts';
import { newCards, reviewedCard, TODAY } from '../../domain/memory/cards.ts';

/** Processor time in milliseconds, which other processes do not lengthen. */
function worked(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

it('takes many short turns, so that others get theirs', async () => {
  const known = Array.from({ length: 300 }, (_, at) => reviewedCard(1_000 + at, at % 60, 30));
  const cards = [...newCards(300), ...known];
  const interviews = [{ on: TODAY + 731 }];
  const forecast = forecastBoth({ cards, today: TODAY, cap: 20, interviews, open: new Set() });
  const state = { done: false };
  void forecast.then(() => (state.done = true));
  const turns: number[] = [];
  while (!state.done) {
    const before = worked();
    await setImmediate();
    turns.push(worked() - before);
  }
  expect((await forecast).map(({ cap }) => cap)).toEqual([20, 28]);
  expect(turns.length).toBeGreaterThan(50);
  // A turn once took the whole forecast, some hundreds of milliseconds.
  expect(Math.max(...turns)).toBeLessThan(100);
});
