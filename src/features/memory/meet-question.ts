import { sql } from 'kysely';
import { builtOnce, type InputOf } from '../../db/built-once.ts';
import type { Db } from '../../db/connect.ts';
import { prepared } from '../../db/prepared.ts';
import type { Day } from '../../domain/day.ts';

/** Notes that a member was just shown a question. Nothing is rated by that. */
export async function meetQuestion(db: Db, met: Meeting): Promise<void> {
  await noteMeeting(db, met);
}

interface Meeting {
  readonly memberId: number;
  readonly questionId: number;
  readonly on: Day;
}

const noteMeeting = builtOnce((_db, given: InputOf<Meeting>) => {
  const [member, question] = [given('memberId'), given('questionId')];
  return sql`${prepared}
    with met as (
      insert into study_cards (member_id, question_id, met_on)
      values (${member}, ${question}, ${given('on')})
      on conflict (member_id, question_id) do update
        set met_on = greatest(study_cards.met_on, excluded.met_on)
    )
    insert into study_settings (member_id, last_shown) values (${member}, ${question})
    on conflict (member_id) do update set last_shown = excluded.last_shown
  `;
});

/** The same for all who answered a round, once its reference answer is shown. Someone who is gone has met nothing. */
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
