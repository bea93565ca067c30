import type { PlatformName } from '../../chat/place.ts';
import type { Context } from '../../delivery/context.ts';
import { isOutage } from '../../domain/outage.ts';
import { insertOutage, lockPresence, renewPresences, savePresence } from './outages.ts';

/**
 * Notes which platforms can be heard now, and how long one could not be. Where several processes are
 * connected, one is enough.
 */
export async function notePresence(context: Context): Promise<void> {
  const ready = [...context.platforms.values()]
    .filter((platform) => platform.state().status === 'ready')
    .map(({ name }) => name);
  // Most often another beat was a moment ago, and there is nothing to tell an outage by.
  const renewed = ready.length > 0 ? await renewPresences(context, ready) : [];
  for (const name of ready) if (!renewed.includes(name)) await noteAnew(context, name);
}

/** Where it was noted long ago or never, the time since is an outage. */
async function noteAnew({ db, clock, log }: Context, platform: PlatformName): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const from = await lockPresence(tx, platform);
    const until = await clock.now(tx);
    await savePresence(tx, platform, until);
    if (!from || !isOutage({ from, until })) return;
    await insertOutage(tx, platform, { from, until });
    log.info({ platform, from, until }, 'nobody listened for a while');
  });
}
