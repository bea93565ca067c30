import { pino } from 'pino';
import { expect } from 'vitest';
import { diagnose } from '../../../src/app/doctor/diagnose.ts';
import type { Finding, Standing } from '../../../src/app/doctor/finding.ts';
import type { Config } from '../../../src/config.ts';

export type Settings = Readonly<Record<string, string>>;

/** All that the doctor finds, in its order. */
export async function examine(readSettings: () => Config): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  const log = pino({ level: 'silent' });
  for await (const one of diagnose({ readSettings, log })) found.push(one);
  return found;
}

/** A finding as the tests expect it; behind “Fix:” it says what to do. */
export const trouble = (standing: Standing, check: string, says: RegExp): object =>
  expect.objectContaining({
    ...{ check, standing },
    says: expect.stringMatching(says) as string,
  }) as object;
