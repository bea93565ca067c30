import { expect, it } from 'vitest';
import type { RequestSlots } from '../../../src/db/request-slots.ts';
import { createPace, SPACING_MS } from '../../../src/platforms/discord/pace.ts';
import { openSimulation, type Simulation } from '../../support/simulation.ts';

/** Slots that nobody else takes; only the first reply is quick. */
function heardLate({ elapsedMs, wait }: Simulation, ms: number): RequestSlots & { asked: number } {
  let freeMs = 0;
  return {
    asked: 0,
    async take(count) {
      const nowMs = elapsedMs();
      const firstMs = Math.max(freeMs, nowMs);
      freeMs = firstMs + count * SPACING_MS;
      if (this.asked++ > 0) await wait(ms);
      return { nowMs, firstMs };
    },
    hold: () => Promise.resolve(),
  };
}

it.each([40, 120, 400])(
  'requests are sent where the database is heard %i ms later than it was once',
  async (ms) => {
    const time = openSimulation('2026-11-23T09:00:00Z');
    const slots = heardLate(time, ms);
    const complaints: unknown[] = [];
    const pace = createPace({
      ...{ slots, others: () => 0, elapsedMs: time.elapsedMs, wait: time.wait },
      onSlow: (error) => complaints.push(error),
    });
    let sent = 0;
    for (let second = 0; second < 10; second++)
      time.at(second * 1_000, () => pace.turn().then(() => void sent++));
    await time.pass(15_000);
    expect({ sent, complaints }).toEqual({ sent: 10, complaints: [] });
    // A few goes until the slots reach far enough, and two for a request from then on.
    expect(slots.asked).toBeLessThan(35);
  },
);
