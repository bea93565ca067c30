import type { Db } from '../../db/connect.ts';
import type { NamedManager } from '../../db/managers.ts';
import type { Context } from '../../delivery/context.ts';

interface Naming {
  readonly workspaceId: number;
  readonly who: NamedManager;
  /** Null on the command line. */
  readonly by: number | null;
}

/** Lets someone manage; false where they were named before. */
export async function nameManager(
  { db, clock, log }: Context,
  { workspaceId, who, by: namedBy }: Naming,
): Promise<boolean> {
  const namedAt = await clock.now(db);
  const named = await db
    .insertInto('managers')
    .values({ workspaceId, ...who, namedBy, namedAt })
    .onConflict((conflict) => conflict.doNothing())
    .returning('kind')
    .executeTakeFirst();
  if (named) log.info({ workspace: workspaceId, ...who, by: namedBy }, 'named a manager');
  return named !== undefined;
}

/** Takes it back; false where they were not named. */
export async function unnameManager(
  { db, log }: Context,
  { workspaceId, who, by }: Naming,
): Promise<boolean> {
  const removed = await withWhom(db, workspaceId, who).executeTakeFirst();
  const isRemoved = removed.numDeletedRows > 0n;
  if (isRemoved) log.info({ workspace: workspaceId, ...who, by }, 'named a manager no more');
  return isRemoved;
}

const withWhom = (db: Db, workspaceId: number, { kind, externalId }: NamedManager) =>
  db
    .deleteFrom('managers')
    .where('workspaceId', '=', workspaceId)
    .where('kind', '=', kind)
    .where('externalId', '=', externalId);
