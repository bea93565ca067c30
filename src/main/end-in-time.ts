import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';

/** Containers are given ten seconds between the signal and the kill. */
const STOP_MS = 8_500;

/**
 * Ends the process this long after it was told to, whatever hangs in it: a database that does not answer
 * holds up a start as well as a stop. The next start carries on what was in hand.
 */
export async function endInTime(told: Promise<string>, log: Logger): Promise<void> {
  await told;
  // Alone it keeps no process alive: one that is done sooner ends sooner.
  await sleep(STOP_MS, undefined, { ref: false });
  log.warn('something hangs; stopping all the same');
  process.exit(0);
}
