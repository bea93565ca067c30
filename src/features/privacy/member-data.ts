import { sql } from 'kysely';
import type { Db } from '../../db/connect.ts';
import type { Member } from '../../db/tables.ts';

/** The member's row, which nothing may hang new rows on until the transaction ends. */
export async function lockMember(db: Db, memberId: number): Promise<Member | undefined> {
  return db
    .selectFrom('members')
    .selectAll()
    .where('id', '=', memberId)
    .forUpdate()
    .executeTakeFirst();
}

/**
 * Locks every track and every round of a member's workspace, in the order in which all others lock them.
 * Whatever changes an answer or a standing locks its round first, so none of it runs beside this
 * transaction, or waits for it crosswise.
 */
export async function lockRoundsAround(db: Db, memberId: number): Promise<void> {
  await db
    .selectFrom('tracks')
    .innerJoin('members', 'members.workspaceId', 'tracks.workspaceId')
    .select('tracks.id')
    .where('members.id', '=', memberId)
    .orderBy('tracks.id')
    .forNoKeyUpdate('tracks')
    .execute();
  await db
    .selectFrom('rounds')
    .innerJoin('tracks', 'tracks.id', 'rounds.trackId')
    .innerJoin('members', 'members.workspaceId', 'tracks.workspaceId')
    .select('rounds.id')
    .where('members.id', '=', memberId)
    .orderBy('rounds.id')
    .forNoKeyUpdate('rounds')
    .execute();
}

/** A round whose reveal may show something of a member. */
export interface ShownRound {
  readonly roundId: number;
  readonly workspaceId: number;
  readonly channel: string;
}

/** Closed rounds the member answered in time. */
export async function roundsShowing(db: Db, memberId: number): Promise<readonly ShownRound[]> {
  return db
    .selectFrom('answers')
    .innerJoin('rounds', 'rounds.id', 'answers.roundId')
    .innerJoin('tracks', 'tracks.id', 'rounds.trackId')
    .select(['rounds.id as roundId', 'tracks.workspaceId', 'tracks.channel'])
    .distinct()
    .where('answers.memberId', '=', memberId)
    .where('answers.late', '=', false)
    .where('rounds.status', 'in', ['closed', 'revealed'])
    .orderBy('rounds.id')
    .execute();
}

/**
 * Takes words and author out of a member's answers. The empty rows stay, so that a message or a form
 * delivered once more is known as one that was withdrawn.
 */
export async function blankAnswers(db: Db, memberId: number, at: Date): Promise<number> {
  const result = await db
    .updateTable('answers')
    .set({
      memberId: null,
      text: '',
      anonymous: false,
      message: null,
      withdrawnAt: sql`coalesce(withdrawn_at, ${at})`,
    })
    .where('memberId', '=', memberId)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/**
 * Takes words and author out of what a member brought in, and closes what was open of it. The empty
 * rows stay, so that a form delivered once more brings nothing back.
 */
export async function blankContributions(db: Db, memberId: number, at: Date): Promise<void> {
  const nothing = { memberId: null, question: '', answer: '', reason: null, toldAt: at };
  await db
    .updateTable('proposals')
    .set({ ...nothing, decidedAt: sql`coalesce(decided_at, ${at})` })
    .set('status', sql`case status when 'open' then 'declined' else status end`)
    .where('memberId', '=', memberId)
    .execute();
  await db
    .updateTable('reports')
    .set({ memberId: null, text: '', closedAt: sql`coalesce(closed_at, ${at})` })
    .where('memberId', '=', memberId)
    .execute();
}

/** What a member decided or set up stays so; by whom, and in what words, is gone. */
export async function blankDecisions(db: Db, memberId: number): Promise<void> {
  await db
    .updateTable('proposals')
    .set({ decidedBy: null, reason: null })
    .where('decidedBy', '=', memberId)
    .execute();
  await db
    .updateTable('reports')
    .set({ closedBy: null })
    .where('closedBy', '=', memberId)
    .execute();
  await db
    .updateTable('tracks')
    .set({ managedBy: null })
    .where('managedBy', '=', memberId)
    .execute();
}

/** Deletes all that is the member's alone, and the member. What is shared is blanked before. */
export async function deleteMember(db: Db, memberId: number): Promise<void> {
  for (const table of ['streaks', 'scores', 'drafts', 'quizAnswers'] as const) {
    await db.deleteFrom(table).where('memberId', '=', memberId).execute();
  }
  await db.deleteFrom('members').where('id', '=', memberId).execute();
}

/** Every answer of a member with the round it was given to, oldest first. */
export async function answersOf(db: Db, memberId: number) {
  return db
    .selectFrom('answers')
    .innerJoin('rounds', 'rounds.id', 'answers.roundId')
    .selectAll('answers')
    .select(['rounds.trackId', 'rounds.number', 'rounds.question', 'rounds.language'])
    .where('answers.memberId', '=', memberId)
    .orderBy('answers.saidAt')
    .orderBy('answers.id')
    .execute();
}

/** Every quiz answer of a member with its question, oldest first. */
export async function quizAnswersOf(db: Db, memberId: number) {
  return db
    .selectFrom('quizAnswers')
    .innerJoin('questions', 'questions.id', 'quizAnswers.questionId')
    .select(['quizAnswers.text', 'quizAnswers.answeredAt', 'questions.body'])
    .where('quizAnswers.memberId', '=', memberId)
    .orderBy('quizAnswers.id')
    .execute();
}

/** A member's standing in every track: the streaks, and the points by period. */
export async function standingsOf(db: Db, memberId: number) {
  const streaks = await db
    .selectFrom('streaks')
    .selectAll()
    .where('memberId', '=', memberId)
    .orderBy('trackId')
    .execute();
  const scores = await db
    .selectFrom('scores')
    .selectAll()
    .where('memberId', '=', memberId)
    .orderBy('trackId')
    .orderBy('period')
    .execute();
  return { streaks, scores };
}

export async function draftsOf(db: Db, memberId: number) {
  return db
    .selectFrom('drafts')
    .select(['body', 'createdAt'])
    .where('memberId', '=', memberId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
}

/** What a member suggested for the team's deck and reported as wrong, oldest first. */
export async function contributionsOf(db: Db, memberId: number) {
  const suggestions = await db
    .selectFrom('proposals')
    .select(['question', 'answer', 'topic', 'difficulty', 'language', 'status', 'createdAt'])
    .select(['decidedAt', 'reason'])
    .where('memberId', '=', memberId)
    .orderBy('id')
    .execute();
  const reports = await db
    .selectFrom('reports')
    .select(['roundId', 'text', 'createdAt', 'closedAt'])
    .where('memberId', '=', memberId)
    .orderBy('id')
    .execute();
  // People may keep exports side by side, so a list stays under the name it had in the first ones.
  return { proposals: suggestions, reports };
}
