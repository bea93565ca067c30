import { builtOnce, type InputOf } from '../../db/built-once.ts';
import type { Db } from '../../db/connect.ts';
import { prepared } from '../../db/prepared.ts';

/** `refused`: on, but it rests, since the member took no private message. */
export type MemberNudge = 'on' | 'off' | 'refused';

export async function memberNudgeOf(db: Db, memberId: number): Promise<MemberNudge> {
  const [row] = await nudgeRow(db, { memberId });
  if (!row) return 'off';
  return row.refusedAt === null ? 'on' : 'refused';
}

const nudgeRow = builtOnce((db, given: InputOf<{ readonly memberId: number }>) =>
  db
    .selectFrom('memberNudges')
    .select('refusedAt')
    .where('memberId', '=', given('memberId'))
    .modifyFront(prepared),
);

/** Switches it on, also where it rested: the member may take private messages by now. */
export async function startMemberNudge(db: Db, memberId: number): Promise<void> {
  await db
    .insertInto('memberNudges')
    .values({ memberId })
    .onConflict((conflict) => conflict.column('memberId').doUpdateSet({ refusedAt: null }))
    .execute();
}

export async function stopMemberNudge(db: Db, memberId: number): Promise<void> {
  await db.deleteFrom('memberNudges').where('memberId', '=', memberId).execute();
}

/** Lets it rest; `/streak`, where it was asked for, tells why. */
export async function restMemberNudge(
  db: Db,
  { memberId, at }: { readonly memberId: number; readonly at: Date },
): Promise<void> {
  await db
    .updateTable('memberNudges')
    .set({ refusedAt: at })
    .where('memberId', '=', memberId)
    .execute();
}
