import type { MessageRef, Place } from '../chat/place.ts';
import type { Db } from '../db/connect.ts';
import type { Delivery } from '../db/tables.ts';

export async function findDelivery(db: Db, key: string): Promise<Delivery | undefined> {
  return db.selectFrom('deliveries').selectAll().where('key', '=', key).executeTakeFirst();
}

/** Records that a post may be on its way, before it is tried; the first attempt's instant stays, the newest's follows. */
export async function startDelivery(db: Db, key: string, place: Place, at: Date): Promise<void> {
  await db
    .insertInto('deliveries')
    .values({ key, place: JSON.stringify(place), startedAt: at, attemptedAt: at })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ attemptedAt: at }))
    .execute();
}

/** Records where a post stands. */
export async function finishDelivery(
  db: Db,
  key: string,
  ref: MessageRef,
  at: Date,
): Promise<void> {
  await db
    .updateTable('deliveries')
    .set({ ref: JSON.stringify(ref), doneAt: at })
    .where('key', '=', key)
    .execute();
}

/** Takes an attempt off the record that is known to have come to nothing. */
export async function forgetDelivery(db: Db, key: string): Promise<void> {
  await db.deleteFrom('deliveries').where('key', '=', key).where('ref', 'is', null).execute();
}
