import type { Db } from './connect.ts';

/** Keeps what a member has typed while they make up their mind, under an id a button can bear. */
export async function saveDraft(
  db: Db,
  draft: { readonly id: string; readonly memberId: number; readonly body: object },
): Promise<void> {
  const body = JSON.stringify(draft.body);
  await db
    .insertInto('drafts')
    .values({ id: draft.id, memberId: draft.memberId, body })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ body }))
    .execute();
}

/** The member's own draft; someone else's is not found. */
export async function findDraft(db: Db, id: string, memberId: number): Promise<object | undefined> {
  const row = await db
    .selectFrom('drafts')
    .select('body')
    .where('id', '=', id)
    .where('memberId', '=', memberId)
    .executeTakeFirst();
  return row?.body;
}

/** Takes the member's own draft out for good: of several at once, one gets it. */
export async function takeDraft(db: Db, id: string, memberId: number): Promise<object | undefined> {
  const row = await db
    .deleteFrom('drafts')
    .where('id', '=', id)
    .where('memberId', '=', memberId)
    .returning('body')
    .executeTakeFirst();
  return row?.body;
}
