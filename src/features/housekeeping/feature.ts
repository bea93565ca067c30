import type { Context } from '../../delivery/context.ts';
import type { Feature } from '../shared/feature.ts';
import { deleteWorkspace, workspacesLeftBefore } from './delete-workspace.ts';
import { cutoffOf, deleteExpired } from './retention.ts';

const EVERY_NIGHT = '0 30 4 * * *';

/** Deletes what nobody needs any more. */
export const housekeepingFeature: Feature = {
  name: 'housekeeping',
  duties: [{ cron: EVERY_NIGHT, run: tidyUp }],
};

/** One night's work. Each workspace goes whole or not at all. */
export async function tidyUp(context: Context): Promise<void> {
  const { db, clock, log } = context;
  const now = await clock.now(db);
  await deleteExpired(db, now);
  const leftBefore = cutoffOf('departedWorkspaces', now);
  for (const workspace of await workspacesLeftBefore(db, leftBefore)) {
    const deleted = await db
      .transaction()
      .execute((tx) => deleteWorkspace(context, tx, { id: workspace, leftBefore }));
    if (deleted) log.info({ workspace }, 'deleted a workspace that had left');
  }
}
