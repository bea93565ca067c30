import { answersOf, contributionsOf, draftsOf, quizAnswersOf, standingsOf } from './member-data.ts';
import type { Db } from '../../db/connect.ts';
import { memberById } from '../../db/members.ts';
import type { Member } from '../../db/tables.ts';
import { workspaceById } from '../../db/workspaces.ts';
import { textIn } from '../decks/question-facts.ts';
import type { Context } from '../../delivery/context.ts';

/** All that is kept about one member, in words that need no database to be read. */
export type MemberExport = Awaited<ReturnType<typeof collect>>;

/** Everything kept about a member, as of one instant. Its JSON holds every text to the letter. */
export async function exportMember(
  { db }: Pick<Context, 'db'>,
  memberId: number,
): Promise<MemberExport> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => collect(tx, await memberById(tx, memberId)));
}

async function collect(db: Db, member: Member) {
  const { streaks, scores } = await standingsOf(db, member.id);
  return {
    member: await identityOf(db, member),
    answers: await exportAnswers(db, member),
    quizAnswers: await exportQuizAnswers(db, member),
    streaks: streaks.map(({ trackId, memberId: _, ...streak }) => ({ track: trackId, ...streak })),
    points: scores.map(({ trackId, period, points }) => ({ track: trackId, period, points })),
    drafts: await draftsOf(db, member.id),
    ...(await contributionsOf(db, member.id)),
  };
}

async function identityOf(db: Db, member: Member) {
  const workspace = await workspaceById(db, member.workspaceId);
  return {
    platform: workspace.platform,
    workspace: workspace.externalId,
    id: member.externalId,
    name: member.name,
    language: member.language,
  };
}

async function exportAnswers(db: Db, member: Member) {
  const answers = await answersOf(db, member.id);
  return answers.map((answer) => ({
    track: answer.trackId,
    round: answer.number,
    question: textIn(answer.question, answer.language).question,
    text: answer.text,
    source: answer.source,
    anonymous: answer.anonymous,
    late: answer.late,
    saidAt: answer.saidAt,
    revisedAt: answer.revisedAt,
    withdrawnAt: answer.withdrawnAt,
    message: answer.message,
  }));
}

async function exportQuizAnswers(db: Db, member: Member) {
  const answers = await quizAnswersOf(db, member.id);
  return answers.map(({ text, answeredAt, body }) => ({
    question: textIn(body, member.language ?? 'en').question,
    text,
    answeredAt,
  }));
}
