import type { Db } from '../../db/connect.ts';
import type { Context } from '../../delivery/context.ts';
import type { Erased, Erasure } from '../../delivery/stored-data.ts';

/**
 * Deletes everything kept about a member, all at once or not at all. What remains says nothing of who
 * it was: rounds keep their questions, and each answer an empty row by which a late delivery of it is
 * known. Their next gesture makes a new member. One who is forgotten already is no fault.
 */
export async function forgetMember(context: Context, memberId: number): Promise<Erased> {
  const forgotten = await context.db.transaction().execute(async (tx) => {
    await lockRoundsAround(tx, memberId);
    await lockMember(tx, memberId);
    const erased = await eraseAll(context, tx, { memberId, at: await context.clock.now(tx) });
    await tx.deleteFrom('members').where('id', '=', memberId).execute();
    return erased;
  });
  context.log.info(forgotten, 'forgot a member');
  return forgotten;
}

async function eraseAll(context: Context, tx: Db, erasure: Erasure): Promise<Erased> {
  const erased = { answers: 0, reveals: 0 };
  for (const { personalData } of context.features.toReversed()) {
    Object.assign(erased, await personalData?.erase?.(context, tx, erasure));
  }
  return erased;
}

/** The member's row, which nothing may hang new rows on until the transaction ends. */
async function lockMember(tx: Db, memberId: number): Promise<void> {
  await tx.selectFrom('members').select('id').where('id', '=', memberId).forUpdate().execute();
}

/**
 * Locks every track and every round of a member's workspace, in the order in which all others lock them.
 * Whatever changes an answer or a standing locks its round first, so none of it runs beside this
 * transaction, or waits for it crosswise.
 */
async function lockRoundsAround(tx: Db, memberId: number): Promise<void> {
  await tx
    .selectFrom('tracks')
    .innerJoin('members', 'members.workspaceId', 'tracks.workspaceId')
    .select('tracks.id')
    .where('members.id', '=', memberId)
    .orderBy('tracks.id')
    .forNoKeyUpdate('tracks')
    .execute();
  await tx
    .selectFrom('rounds')
    .innerJoin('tracks', 'tracks.id', 'rounds.trackId')
    .innerJoin('members', 'members.workspaceId', 'tracks.workspaceId')
    .select('rounds.id')
    .where('members.id', '=', memberId)
    .orderBy('rounds.id')
    .forNoKeyUpdate('rounds')
    .execute();
}
