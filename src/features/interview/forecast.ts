import { setImmediate } from 'node:timers/promises';
import {
  type ForecastSteps,
  forecastSteps,
  type RecallForecast,
} from '../../domain/memory/interview-forecast.ts';
import type { DayInput } from '../../domain/memory/plan-day.ts';

export interface CapForecast {
  /** How many questions a day. */
  readonly cap: number;
  /** For each interview ahead, the nearest first. */
  readonly recalls: readonly number[];
}

/** What can be expected with the member's own cap, and with a larger one. */
export async function forecastBoth(input: DayInput): Promise<readonly CapForecast[]> {
  const forecasts: CapForecast[] = [];
  for (const cap of [input.cap, largerCap(input.cap)]) {
    const found = await taken(forecastSteps({ ...input, cap }));
    forecasts.push({ cap, recalls: found.map(({ recall }) => recall) });
  }
  return forecasts;
}

/** Seven beside five, fourteen beside ten. */
const largerCap = (cap: number): number => cap + Math.max(1, Math.round(cap * 0.4));

/** Step by step, so that nobody else has to wait for what takes some tenths of a second. */
async function taken(steps: ForecastSteps): Promise<readonly RecallForecast[]> {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    await setImmediate();
  }
}
