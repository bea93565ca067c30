import { sql } from 'kysely';
import type { Db } from '../../db/connect.ts';
import type { Member } from '../../db/tables.ts';
import type { PersonalData } from '../../delivery/stored-data.ts';
import { isoDay } from '../../domain/day.ts';
import { textIn } from '../decks/question-facts.ts';
import { learned } from './stored-cards.ts';

/** What a member remembers of which question, how they rated it, and how they want to study. */
export const memoryData: PersonalData = {
  export: async (db, member) => ({
    studyCards: await exportCards(db, member),
    studyReviews: await exportReviews(db, member),
    studySettings: await exportSettings(db, member),
  }),
  async erase(_context, tx, { memberId }) {
    await tx.deleteFrom('studyCards').where('memberId', '=', memberId).execute();
    await tx.deleteFrom('studySettings').where('memberId', '=', memberId).execute();
    return {};
  },
};

/** The reviews go with their cards. */
export async function deleteWorkspaceMemory(tx: Db, workspaceId: number): Promise<void> {
  const members = sql`(select id from members where workspace_id = ${workspaceId})`;
  await sql`delete from study_cards where member_id in ${members}`.execute(tx);
  await sql`delete from study_settings where member_id in ${members}`.execute(tx);
}

async function exportCards(db: Db, member: Member) {
  const rows = await db
    .selectFrom('studyCards')
    .innerJoin('questions', 'questions.id', 'studyCards.questionId')
    .selectAll('studyCards')
    .select('questions.body')
    .where('memberId', '=', member.id)
    .orderBy('questionId')
    .execute();
  return rows.map(({ body, ...row }) => {
    const { memory, missed = [] } = learned(row);
    return {
      question: textIn(body, member.language ?? 'en').question,
      metOn: isoDay(row.metOn),
      missed: missed.map(({ point, on }) => ({ point, on: isoDay(on) })),
      ...(memory && {
        ...memory,
        reviewedOn: isoDay(memory.reviewedOn),
        dueOn: isoDay(memory.dueOn),
      }),
    };
  });
}

async function exportReviews(db: Db, member: Member) {
  const rows = await db
    .selectFrom('studyReviews')
    .innerJoin('questions', 'questions.id', 'studyReviews.questionId')
    .select(['studyReviews.reviewedOn', 'studyReviews.grade', 'questions.body'])
    .where('memberId', '=', member.id)
    .orderBy('reviewedOn')
    .orderBy('questionId')
    .execute();
  return rows.map(({ body, reviewedOn, grade }) => ({
    question: textIn(body, member.language ?? 'en').question,
    on: isoDay(reviewedOn),
    grade,
  }));
}

async function exportSettings(db: Db, { id, language }: Member) {
  const rows = await db
    .selectFrom('studySettings')
    .leftJoin('questions', 'questions.id', 'studySettings.lastShown')
    .select(['dailyCap', 'timezone', 'questions.body'])
    .where('memberId', '=', id)
    .execute();
  return rows.map(({ body, ...settings }) => ({
    ...settings,
    lastShown: body && textIn(body, language ?? 'en').question,
  }));
}
