import { sql } from 'kysely';
import type { Db } from '../../../db/connect.ts';
import type { PersonalData } from '../../../delivery/stored-data.ts';
import { type Day, isoDay } from '../../../domain/day.ts';
import type { InterviewOutcome } from '../../../domain/memory/interview.ts';

/** An interview that is over, and of which its member has not said how it went. */
export interface OpenOutcome {
  readonly id: number;
  readonly on: Day;
  readonly name: string;
}

/** Marks these interviews, each once, as ones whose outcome is asked for. Returns the new rows' ids. */
export async function beginOutcomes(
  tx: Db,
  { interviewIds, toShow }: { readonly interviewIds: readonly number[]; readonly toShow: boolean },
): Promise<readonly number[]> {
  const { rows } = await sql<{ readonly id: number }>`
    with asked as (
      update interviews set ask_at = null
      where id = any(${[...interviewIds]}::integer[]) and ask_at is not null
      returning member_id, on_day, name
    )
    insert into interview_outcomes (member_id, on_day, name, to_show)
    select member_id, on_day, name, ${toShow} from asked
    returning id
  `.execute(tx);
  return rows.map(({ id }) => id);
}

/** The outcomes that a member could not be asked about; each is handed out once. */
export async function takeOutcomesToShow(
  db: Db,
  memberId: number,
): Promise<readonly OpenOutcome[]> {
  return db
    .updateTable('interviewOutcomes')
    .set({ toShow: false })
    .where('memberId', '=', memberId)
    .where('toShow', '=', true)
    .returning(['id', 'onDay as on', 'name'])
    .execute();
}

export type SavedOutcome = 'kept' | 'kept-before' | 'gone';

/** The newest word counts; the same word a second time changes nothing. */
export async function saveOutcome(
  db: Db,
  {
    id,
    memberId,
    outcome,
  }: { readonly id: number; readonly memberId: number; readonly outcome: InterviewOutcome },
): Promise<SavedOutcome> {
  const saved = await db
    .updateTable('interviewOutcomes')
    .set({ outcome })
    .where('id', '=', id)
    .where('memberId', '=', memberId)
    .where('outcome', 'is distinct from', outcome)
    .returning('id')
    .executeTakeFirst();
  if (saved) return 'kept';
  const asked = db.selectFrom('interviewOutcomes').select('id').where('id', '=', id);
  const own = await asked.where('memberId', '=', memberId).executeTakeFirst();
  return own ? 'kept-before' : 'gone';
}

export const outcomeData = {
  async export(db, { id }) {
    const rows = await db
      .selectFrom('interviewOutcomes')
      .select(['onDay', 'name', 'outcome'])
      .where('memberId', '=', id)
      .orderBy('id')
      .execute();
    return { interviewOutcomes: rows.map(({ onDay, ...row }) => ({ on: isoDay(onDay), ...row })) };
  },
  async erase(_context, tx, { memberId }) {
    await tx.deleteFrom('interviewOutcomes').where('memberId', '=', memberId).execute();
    return {};
  },
} satisfies PersonalData;

export async function deleteWorkspaceOutcomes(tx: Db, workspaceId: number): Promise<void> {
  await sql`
    delete from interview_outcomes using members
    where members.id = interview_outcomes.member_id and members.workspace_id = ${workspaceId}
  `.execute(tx);
}
