import { sql } from 'kysely';
import { builtOnce, type InputOf } from '../../db/built-once.ts';
import type { Db } from '../../db/connect.ts';
import { prepared } from '../../db/prepared.ts';
import type { Day } from '../../domain/day.ts';
import type { Language } from '../../domain/language.ts';
import { factsInDeck, type QuestionFacts, type QuestionInDeck } from '../decks/question-facts.ts';

/**
 * Notes in one statement that a member is shown a question, and returns what its card shows; undefined where the
 * question is gone. It rates nothing.
 */
export async function meetQuestion(
  db: Db,
  { language, ...met }: Meeting & { readonly language: Language },
): Promise<QuestionFacts | undefined> {
  const [row] = await noteMeeting(db, met);
  return row && factsInDeck(row, language);
}

interface Meeting {
  readonly memberId: number;
  readonly questionId: number;
  readonly on: Day;
}

const noteMeeting = builtOnce((_db, given: InputOf<Meeting>) => {
  const member = sql`${given('memberId')}::integer`;
  return sql<QuestionInDeck>`${prepared}
    with shown as (
      select questions.id, questions.body, decks.topics
      from questions join decks on decks.id = questions.deck_id
      where questions.id = ${given('questionId')}
    ),
    met as (
      insert into study_cards (member_id, question_id, met_on)
      select ${member}, id, ${given('on')}::integer from shown
      on conflict (member_id, question_id) do update
        set met_on = greatest(study_cards.met_on, excluded.met_on)
    ),
    remembered as (
      insert into study_settings (member_id, last_shown) select ${member}, id from shown
      on conflict (member_id) do update set last_shown = excluded.last_shown
    )
    select body as question, topics from shown
  `;
});

/** Notes that those who answered a round are shown its reference answer. Members who were forgotten are left out. */
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
