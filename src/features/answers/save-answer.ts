import { sql } from 'kysely';
import type { MemberProfile } from '../../chat/event.ts';
import type { MessageRef } from '../../chat/place.ts';
import type { Db } from '../../db/connect.ts';
import { upsertMember } from '../../db/members.ts';
import type { Answer, Round } from '../../db/tables.ts';
import { isOfGesture, LATE_EDIT } from './answer-queries.ts';

/** What a member said in one gesture: a form sent, or a message written or edited in the thread. */
export interface AnswerText {
  readonly source: 'form' | 'thread';
  /** The message or form that gave it; a second delivery bears the same. */
  readonly sourceKey: string;
  /** The member's one gesture behind it, which may arrive as two messages. */
  readonly gesture: string;
  readonly text: string;
  readonly anonymous: boolean;
  /** When it was first said, by the platform's clock; the deadline is held against this. */
  readonly saidAt: Date;
  /** When it took this form: later than `saidAt` for an edit. */
  readonly revisedAt: Date;
  /** The thread message, for a later mark on it. */
  readonly message?: MessageRef;
}

export interface NewAnswer extends AnswerText {
  readonly late: boolean;
}

/** Who gives an answer to which round. */
export interface AnswerMoment {
  readonly round: Pick<Round, 'id' | 'trackId'>;
  readonly workspaceId: number;
  readonly author: MemberProfile;
}

export type Saved =
  /** What this gesture said was taken back, in this form or in an earlier one: nothing is kept. */
  | { readonly saved: 'withdrawn' }
  | {
      /** `known`: a repeated or older delivery that changed nothing. */
      readonly saved: 'new' | 'revised' | 'known';
      readonly memberId: number;
      /** The answer's id; undefined where nothing changed. */
      readonly id: number | undefined;
      /** The source key of the newest answer that the member had before. */
      readonly earlier: string | undefined;
    };

/**
 * Keeps one gesture in the log of answers, makes its author known, and locks the author's standing until
 * the transaction ends. Deliveries may repeat and come out of order: a text older than the one kept
 * changes nothing, and what was withdrawn stays so, unless an edit that left no words withdrew it and a
 * later one brings words back. The caller holds the round's lock.
 */
export async function saveAnswer(
  db: Db,
  answering: AnswerMoment,
  answer: NewAnswer,
): Promise<Saved> {
  const row = await addAnswer(db, answering, answer);
  if (!row) return { saved: 'withdrawn' };
  const { memberId, addedId, earlier } = row;
  const about = { memberId, earlier: earlier ?? undefined };
  if (addedId !== null) return { saved: 'new', id: addedId, ...about };
  const id = await reviseAnswer(db, { ...answer, roundId: answering.round.id, memberId });
  return { saved: id === undefined ? 'known' : 'revised', id, ...about };
}

interface Added {
  readonly memberId: number;
  /** Null where the log holds something of this gesture already. */
  readonly addedId: number | null;
  readonly earlier: string | null;
}

/**
 * In one statement, since someone waits for it. A forgotten person must not be known again by an old
 * message of theirs, so there is no author where the gesture was withdrawn.
 */
async function addAnswer(
  db: Db,
  { round, workspaceId, author }: AnswerMoment,
  answer: NewAnswer,
): Promise<Added | undefined> {
  const { source, text, anonymous, saidAt, revisedAt, late } = answer;
  const message = answer.message ? JSON.stringify(answer.message) : null;
  const [sourceKey, gesture] = keysOf(answer);
  const notWithdrawn = sql<boolean>`not exists (select from withdrawn)`;
  const { rows } = await sql<Added>`
    with withdrawn as (
      select from answers where round_id = ${round.id} and withdrawn_at is not null
        and not (emptied and revised_at < ${revisedAt}) and (source_key in (${sourceKey}, ${sourceKey + LATE_EDIT}) or gesture = ${gesture})
    ),
    author as (${upsertMember(db, { workspaceId, profile: author, condition: notWithdrawn })}),
    earlier as (
      select source_key from answers join author on author.id = answers.member_id
      where round_id = ${round.id} and withdrawn_at is null and source <> 'choice'
      order by revised_at desc, answers.id desc limit 1
    ),
    added as (
      insert into answers (round_id, member_id, source, source_key, gesture, text, anonymous,
        said_at, revised_at, late, message)
      select ${round.id}::integer, author.id, ${source}, ${answer.sourceKey}, ${answer.gesture},
        ${text}, ${anonymous}::boolean, ${saidAt}::timestamptz, ${revisedAt}::timestamptz,
        ${late}::boolean, ${message}::jsonb
      from author
      on conflict do nothing
      returning id
    )
    select author.id as member_id, added.id as added_id, earlier.source_key as earlier,
      pg_advisory_xact_lock(${round.trackId}, author.id)
    from author left join added on true left join earlier on true
  `.execute(db);
  return rows[0];
}

/** The keys without the mark of an edit that came after the deadline. */
function keysOf({ sourceKey, gesture }: NewAnswer): readonly [string, string] {
  const plain = (key: string) => (key.endsWith(LATE_EDIT) ? key.slice(0, -LATE_EDIT.length) : key);
  return [plain(sourceKey), plain(gesture)];
}

/** The id of the answer that took this newer text; undefined where none did. */
async function reviseAnswer(
  db: Db,
  answer: NewAnswer & Pick<Answer, 'roundId'> & { readonly memberId: number },
): Promise<Answer['id'] | undefined> {
  const revised = await db
    .updateTable('answers')
    .set({
      ...{ text: answer.text, revisedAt: answer.revisedAt, memberId: answer.memberId },
      ...{ withdrawnAt: null, emptied: false },
    })
    .where('roundId', '=', answer.roundId)
    .where(isOfGesture(answer))
    .where((eb) => eb.or([eb('withdrawnAt', 'is', null), eb('emptied', '=', true)]))
    .where('revisedAt', '<', answer.revisedAt)
    .returning('id')
    .executeTakeFirst();
  return revised?.id;
}
