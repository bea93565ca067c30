import type { PlatformName } from '../../chat/place.ts';
import type { Context } from '../../delivery/context.ts';
import { isOutage, withoutOutage } from '../../domain/outage.ts';
import { insertOutage, lockPresence, renewPresence, savePresence } from './outages.ts';

/**
 * Notes which platforms can be heard now, and how long one could not be. Where several processes are
 * connected, one is enough.
 */
export async function notePresence(context: Context): Promise<void> {
  for (const platform of context.platforms.values()) {
    if (platform.state().status === 'ready') await note(context, platform.name);
  }
}

/** Most often another beat was a moment ago, and there is nothing to tell an outage by. */
async function note({ db, clock, log }: Context, platform: PlatformName): Promise<void> {
  const seenAt = await clock.now(db);
  if (await renewPresence(db, platform, withoutOutage(seenAt))) return;
  await db.transaction().execute(async (tx) => {
    const from = await lockPresence(tx, platform);
    const until = await clock.now(tx);
    await savePresence(tx, platform, until);
    if (!from || !isOutage({ from, until })) return;
    await insertOutage(tx, platform, { from, until });
    log.info({ platform, from, until }, 'nobody listened for a while');
  });
}
