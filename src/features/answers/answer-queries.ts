import { type ExpressionBuilder, sql } from 'kysely';
import type { MessageRef, PlatformName } from '../../chat/place.ts';
import { builtOnce, type InputOf } from '../../db/built-once.ts';
import type { Db } from '../../db/connect.ts';
import { orNone } from '../../db/or-none.ts';
import { prepared } from '../../db/prepared.ts';
import type { Answer, Tables } from '../../db/tables.ts';
import { ANSWER_COLUMNS } from '../../db/tables/answers.ts';

/**
 * What is added to the key of an edit after the deadline: it is kept beside what stood at the
 * deadline, not over it.
 */
export const LATE_EDIT = '@late';

/** What one gesture said, also where this is not the message of it that was kept. */
export function isOfGesture({ sourceKey, gesture }: Pick<Answer, 'sourceKey' | 'gesture'>) {
  return (eb: ExpressionBuilder<Tables, 'answers'>) =>
    eb.or([eb('sourceKey', '=', sourceKey), eb('gesture', '=', gesture)]);
}

/**
 * Withdraws what a message said. A deletion that arrives before its message leaves a row that the message
 * then finds. Returns whose answer it was, where that is known.
 */
export async function withdrawAnswer(
  db: Db,
  { roundId, sourceKey, at }: Pick<Answer, 'roundId' | 'sourceKey'> & { readonly at: Date },
): Promise<number | undefined> {
  await db
    .insertInto('answers')
    .values({
      ...{ roundId, sourceKey, gesture: sourceKey, source: 'thread', memberId: null, text: '' },
      ...{ saidAt: at, revisedAt: at, late: false, withdrawnAt: at },
    })
    // No unique key is named: two processes that hear of the deletion at once may meet at either.
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const withdrawn = await db
    .updateTable('answers')
    .set({ withdrawnAt: sql`coalesce(withdrawn_at, ${at})`, emptied: false })
    .where('roundId', '=', roundId)
    .where('sourceKey', 'in', [sourceKey, sourceKey + LATE_EDIT])
    .returning('memberId')
    .execute();
  return withdrawn.find(({ memberId }) => memberId !== null)?.memberId ?? undefined;
}

/** An edit that left a message without words. */
export interface Emptying extends Pick<Answer, 'roundId' | 'sourceKey' | 'gesture'> {
  readonly saidAt: Date;
  readonly revisedAt: Date;
}

/**
 * Withdraws what a message said, as of the edit that took all words from it. An edit that arrives before
 * its message leaves a row that the message then finds. Returns the answer and whose it was, if it was one.
 */
export async function emptyAnswer(
  db: Db,
  edit: Emptying,
): Promise<Pick<Answer, 'id' | 'memberId'> | undefined> {
  const withdrawn = { withdrawnAt: edit.revisedAt, revisedAt: edit.revisedAt, emptied: true };
  const emptied = await db
    .updateTable('answers')
    .set(withdrawn)
    .where('roundId', '=', edit.roundId)
    .where(isOfGesture(edit))
    .where((eb) => eb.or([eb('withdrawnAt', 'is', null), eb('emptied', '=', true)]))
    .where('revisedAt', '<', edit.revisedAt)
    .returning(['id', 'memberId'])
    .executeTakeFirst();
  if (emptied) return emptied;
  await db
    .insertInto('answers')
    .values({ ...edit, ...withdrawn, source: 'thread', memberId: null, text: '', late: false })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return undefined;
}

/** The round in whose thread a message gave an answer. */
export async function roundIdOfAnswer(
  db: Db,
  platform: PlatformName,
  { workspace, channel, message }: MessageRef,
): Promise<number | undefined> {
  const row = await db
    .selectFrom('rounds')
    .innerJoin('tracks', 'tracks.id', 'rounds.trackId')
    .innerJoin('workspaces', 'workspaces.id', 'tracks.workspaceId')
    .innerJoin('answers', 'answers.roundId', 'rounds.id')
    .select('rounds.id')
    .where('workspaces.platform', '=', platform)
    .where('workspaces.externalId', '=', workspace)
    .where((eb) => eb(eb.ref('rounds.thread', '->>').key('channel'), '=', channel))
    .where('answers.source', '=', 'thread')
    .where('answers.sourceKey', '=', message)
    .executeTakeFirst();
  return row?.id;
}

export type RecordedGesture = Pick<
  Answer,
  'sourceKey' | 'gesture' | 'revisedAt' | 'withdrawnAt' | 'emptied'
>;

/** Everything that a round's log of answers holds, without the texts. */
export async function recordedGestures(
  db: Db,
  roundId: number,
): Promise<readonly RecordedGesture[]> {
  return db
    .selectFrom('answers')
    .select(['sourceKey', 'gesture', 'revisedAt', 'withdrawnAt', 'emptied'])
    .where('roundId', '=', roundId)
    .execute();
}

/** When an answer to the round was last withdrawn. */
export async function lastWithdrawal(db: Db, roundId: number): Promise<Date | null> {
  const { last } = await db
    .selectFrom('answers')
    .select((eb) => eb.fn.max('withdrawnAt').as('last'))
    .where('roundId', '=', roundId)
    .executeTakeFirstOrThrow();
  return last;
}

export async function answerById(db: Db, id: number): Promise<Answer | undefined> {
  return db.selectFrom('answers').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function answersByIds(db: Db, ids: readonly number[]): Promise<readonly Answer[]> {
  return db.selectFrom('answers').selectAll().where('id', 'in', orNone(ids)).execute();
}

/** What a late edit was made of, as it stood at the deadline; undefined where the answer is no such edit. */
export async function editedAnswer(db: Db, edit: Answer): Promise<Answer | undefined> {
  if (!edit.sourceKey.endsWith(LATE_EDIT)) return undefined;
  const edited = {
    sourceKey: edit.sourceKey.slice(0, -LATE_EDIT.length),
    gesture: edit.gesture.slice(0, -LATE_EDIT.length),
  };
  return db
    .selectFrom('answers')
    .selectAll()
    .where('roundId', '=', edit.roundId)
    .where(isOfGesture(edited))
    .where('late', '=', false)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
}

/** Whether the member had given another late answer to this round before this one. */
export async function hasEarlierLate(db: Db, answer: Answer): Promise<boolean> {
  const row = await db
    .selectFrom('answers')
    .select('id')
    .where('roundId', '=', answer.roundId)
    .where('memberId', '=', answer.memberId)
    .where('late', '=', true)
    .where('id', '<', answer.id)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The member's newest text for a round, whether in time or late; withdrawn ones left out. */
export async function newestAnswer(
  db: Db,
  roundId: number,
  memberId: number,
): Promise<Answer | undefined> {
  const [row] = await newestOf(db, { roundId, memberId });
  return row;
}

interface AnswerOf {
  readonly roundId: number;
  readonly memberId: number;
}

const newestOf = builtOnce((db, given: InputOf<AnswerOf>) =>
  db
    .selectFrom('answers')
    .modifyFront(prepared)
    .select(ANSWER_COLUMNS)
    .where('roundId', '=', given('roundId'))
    .where('memberId', '=', given('memberId'))
    .where('source', '!=', 'choice')
    .where('withdrawnAt', 'is', null)
    .orderBy('revisedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1),
);
