import { sql } from 'kysely';
import type { Db } from '../../db/connect.ts';
import type { Answer, Member, Round } from '../../db/tables.ts';
import type { Erasure, PersonalData } from '../../delivery/stored-data.ts';
import { textIn } from '../decks/question-facts.ts';

/** A member's answers. */
export const answersData: PersonalData = {
  export: async (db, member) => ({
    answers: await exportAnswers(db, member),
    wordlessNotes: await exportWordlessNotes(db, member),
  }),
  async erase(_context, tx, erasure) {
    await tx.deleteFrom('wordlessNotes').where('memberId', '=', erasure.memberId).execute();
    return { answers: await blankAnswers(tx, erasure) };
  },
};

export async function deleteWorkspaceAnswers(tx: Db, workspaceId: number): Promise<void> {
  await sql`
    delete from wordless_notes using members
    where members.id = wordless_notes.member_id and members.workspace_id = ${workspaceId}
  `.execute(tx);
  await sql`
    delete from answers using rounds, tracks
    where rounds.id = answers.round_id and tracks.id = rounds.track_id
      and tracks.workspace_id = ${workspaceId}
  `.execute(tx);
}

/** Every answer of a member with the round it was given to, oldest first. */
async function exportAnswers(db: Db, member: Member) {
  const answers = await db
    .selectFrom('answers')
    .innerJoin('rounds', 'rounds.id', 'answers.roundId')
    .selectAll('answers')
    .select(['rounds.trackId', 'rounds.number', 'rounds.question', 'rounds.language'])
    .where('answers.memberId', '=', member.id)
    .orderBy('answers.saidAt')
    .orderBy('answers.id')
    .execute();
  return answers.map((answer) => ({
    track: answer.trackId,
    round: answer.number,
    question: textIn(answer.question, answer.language).question,
    text: answer.text,
    source: answer.source,
    picked: chosenTexts(answer),
    anonymous: answer.anonymous,
    late: answer.late,
    saidAt: answer.saidAt,
    revisedAt: answer.revisedAt,
    withdrawnAt: answer.withdrawnAt,
    message: answer.message,
  }));
}

/** The options that a member chose, as they were worded. */
function chosenTexts({
  picked,
  question,
  language,
}: Pick<Answer, 'picked'> & Pick<Round, 'question' | 'language'>): readonly string[] | undefined {
  const { options = [] } = textIn(question, language);
  return picked?.flatMap((index) => options[index]?.text ?? []);
}

/** The rounds in which the member was told that a reply without words is no answer. */
async function exportWordlessNotes(db: Db, member: Member) {
  return db
    .selectFrom('wordlessNotes')
    .innerJoin('rounds', 'rounds.id', 'wordlessNotes.roundId')
    .select(['rounds.trackId as track', 'rounds.number as round'])
    .where('wordlessNotes.memberId', '=', member.id)
    .orderBy('rounds.id')
    .execute();
}

/**
 * Takes words and author out of a member's answers. The empty rows stay, so that a message or a form
 * delivered once more is known as one that was withdrawn.
 */
async function blankAnswers(tx: Db, { memberId, at }: Erasure): Promise<number> {
  const result = await tx
    .updateTable('answers')
    .set({
      memberId: null,
      text: '',
      picked: null,
      anonymous: false,
      message: null,
      withdrawnAt: sql`coalesce(withdrawn_at, ${at})`,
      emptied: false,
    })
    .where('memberId', '=', memberId)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}
