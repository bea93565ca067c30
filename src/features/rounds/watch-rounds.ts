import { closeEndedRounds } from './close-rounds.ts';
import type { Context } from '../../delivery/context.ts';
import { openDueRounds } from './open-rounds.ts';

/** One tick: rounds whose deadline has come are closed, and those that are due are opened. */
export async function watchRounds(context: Context): Promise<void> {
  // Closing first: a round that stays open until the next one ends before that begins.
  await closeEndedRounds(context);
  await openDueRounds(context);
}
