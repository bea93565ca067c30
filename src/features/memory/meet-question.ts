import { sql } from 'kysely';
import type { Db } from '../../db/connect.ts';
import type { Day } from '../../domain/day.ts';

/** Notes that a member was just shown a question. Nothing is rated by that. */
export async function meetQuestion(
  db: Db,
  met: { readonly memberId: number; readonly questionId: number; readonly on: Day },
): Promise<void> {
  const { memberId, questionId, on } = met;
  await sql`
    with met as (
      insert into study_cards (member_id, question_id, met_on)
      values (${memberId}, ${questionId}, ${on})
      on conflict (member_id, question_id) do update
        set met_on = greatest(study_cards.met_on, excluded.met_on)
    )
    insert into study_settings (member_id, last_shown) values (${memberId}, ${questionId})
    on conflict (member_id) do update set last_shown = excluded.last_shown
  `.execute(db);
}

/** The same for all who answered a round, once its reference answer is shown. Who is gone has met nothing. */
export async function meetTogether(
  db: Db,
  met: { readonly memberIds: readonly number[]; readonly questionId: number; readonly on: Day },
): Promise<void> {
  const { memberIds, questionId, on } = met;
  await sql`
    insert into study_cards (member_id, question_id, met_on)
    select id, ${questionId}, ${on} from members where id = any(${memberIds}) order by id
    on conflict (member_id, question_id) do update
      set met_on = greatest(study_cards.met_on, excluded.met_on)
  `.execute(db);
}
