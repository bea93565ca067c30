import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { databaseClock } from '../db/clock.ts';
import { connect } from '../db/connect.ts';
import type { Context } from '../delivery/context.ts';
import { choosePlatforms } from './platforms.ts';

/** What it takes to look at tracks and to ask their platforms. */
export type TrackLook = Pick<Context, 'db' | 'clock' | 'platforms' | 'log'>;

/** The database as it is and the platforms, none of them started: nothing runs, and nothing is changed. */
export async function openLook(
  config: Config,
  log: Logger,
  url: string,
): Promise<{ readonly context: TrackLook; readonly close: () => Promise<void> }> {
  const { db, close } = connect(url, { onError: () => undefined, max: 2 });
  // The playground's controls are not reached.
  const context = (): never => {
    throw new Error('nothing runs here');
  };
  const chosen = await choosePlatforms(config, { log, db, context });
  const platforms = new Map(chosen.all.map((one) => [one.name, one]));
  return {
    context: { db, clock: databaseClock, platforms, log },
    async close() {
      await Promise.all(chosen.all.map((platform) => platform.stop()));
      await close();
    },
  };
}
