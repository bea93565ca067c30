import type { Expression } from 'kysely';
import type { MessageRef, Place } from '../chat/place.ts';
import type { Db } from '../db/connect.ts';
import type { Delivery } from '../db/tables.ts';

export async function findDelivery(db: Db, key: string): Promise<Delivery | undefined> {
  return db.selectFrom('deliveries').selectAll().where('key', '=', key).executeTakeFirst();
}

export interface Attempt {
  readonly key: string;
  readonly mark: string;
  readonly place: Place;
  readonly at: Expression<Date>;
}

/**
 * Records that a post may be on its way, before it is tried for the first time. Returns false, and
 * records nothing, where there was an attempt before.
 */
export async function startDelivery(db: Db, { key, mark, place, at }: Attempt): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('deliveries')
    .values({ key, mark, place: JSON.stringify(place), startedAt: at, attemptedAt: at })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/**
 * Records another attempt beside the first one's instant. Returns the mark that the post has to bear,
 * which is the first attempt's.
 */
export async function restartDelivery(
  db: Db,
  { key, at }: Pick<Attempt, 'key' | 'at'>,
): Promise<string> {
  const started = await db
    .updateTable('deliveries')
    .set({ attemptedAt: at })
    .where('key', '=', key)
    .returning(['key', 'mark'])
    .executeTakeFirstOrThrow();
  return deliveryMark(started);
}

/** What a post bears on the platform: its key alone if it was made before posts bore an installation. */
export const deliveryMark = ({ key, mark }: Pick<Delivery, 'key' | 'mark'>): string => mark ?? key;

interface Finished {
  readonly key: string;
  readonly ref: MessageRef;
  readonly at: Expression<Date>;
}

/** Records where a post stands. */
export async function finishDelivery(db: Db, { key, ref, at }: Finished): Promise<void> {
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
