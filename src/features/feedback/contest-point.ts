import { cut } from '../../chat/cut.ts';
import type { Db } from '../../db/connect.ts';
import { questionById } from '../../db/decks.ts';
import type { Contest } from '../../db/tables.ts';
import type { Context } from '../../delivery/context.ts';
import type { Day } from '../../domain/day.ts';
import { likelyWording } from '../../domain/feedback/likely-wording.ts';
import { type Language, LANGUAGES } from '../../domain/language.ts';
import { areAlike } from '../../domain/text/likeness.ts';
import { contentStems } from '../../domain/text/stems.ts';
import {
  acceptContests,
  contestsOfOthers,
  insertContest,
  nameOf,
  type NewContest,
} from './contest-queries.ts';
import type { CreditedFacts, KeptWording } from './credited-card.ts';
import { type AnswerName, findGivenAnswer } from './given-answer.ts';
import { gradedBefore, liftPoints } from './lift-verdicts.ts';
import { type Compared, compareText, tellFeedback, type TextToCompare } from './match-answer.ts';

export interface PointContested {
  readonly workspaceId: number;
  readonly memberId: number;
  readonly reader: Language;
  readonly today: Day;
  readonly answer: AnswerName;
  readonly point: string;
}

export type Contested =
  | ({ readonly type: 'credited' } & CreditedFacts)
  | { readonly type: 'answer-gone' }
  | { readonly type: 'point-gone' };

/** What a person says in one breath; the rest of a text without full stops says other things too. */
const LONGEST_WORDING = 300;

/** The share of common words from which two wordings are one: two people seldom choose more alike. */
const ALIKE = 0.5;

/** Credits a point that was not found to the author of an answer, and keeps how they put it. */
export async function contestPoint(context: Context, asked: PointContested): Promise<Contested> {
  const { db, clock } = context;
  const { workspaceId, memberId, answer, point } = asked;
  const given = await findGivenAnswer(db, answer, memberId);
  if (!given) return { type: 'answer-gone' };
  const text = { ...given, workspaceId, asked: given.asked ?? asked.reader };
  const compared = await compareAgain(context, text);
  const points = compared ? liftPoints(compared.feedback, compared.graded) : [];
  const verdict = points.find(({ id }) => id === point)?.verdict;
  if (!compared || verdict === undefined || !(await isInDeck(db, given.questionId, point))) {
    return { type: 'point-gone' };
  }
  const contest = {
    ...{ workspaceId, memberId, point, answer: nameOf(answer), contestedAt: await clock.now(db) },
    ...{ questionId: given.questionId, language: compared.language },
    wording: cut(likelyWording(compared.rubric, given.text, point), LONGEST_WORDING),
  };
  // What others have contested may have made it covered since the button was shown.
  const kept = verdict === 'missing' ? await keepContest(context, contest) : undefined;
  const facts = await tellFeedback(context, { ...asked, ...text }, compared);
  return { type: 'credited', facts, point, ...(kept && { wording: kept }) };
}

/** Compares a text again as its author was told of it: with what a language model found then. */
async function compareAgain(context: Context, text: TextToCompare): Promise<Compared | undefined> {
  const compared = await compareText(context, text);
  if (!compared) return undefined;
  const { workspaceId, text: answer } = text;
  const graded = gradedBefore(context, { workspaceId, written: compared.written, text: answer });
  return { ...compared, ...(graded && { graded }) };
}

/** A deck may have dropped a point, or the whole question, since it was asked. */
async function isInDeck(db: Db, questionId: number, point: string): Promise<boolean> {
  const row = await questionById(db, questionId);
  if (!row || row.retiredAt !== null) return false;
  return LANGUAGES.some((one) => row.body[one]?.keyPoints.some(({ id }) => id === point));
}

/**
 * Where somebody else of the workspace has put the point alike, both wordings are accepted. Undefined where the point of
 * this answer is contested already.
 */
async function keepContest(
  context: Context,
  contest: NewContest,
): Promise<KeptWording | undefined> {
  const kept = await context.db.transaction().execute(async (tx) => {
    // Two who press at once would not see each other.
    await lockQuestion(tx, contest.questionId);
    const inserted = await insertContest(tx, contest);
    if (!inserted) return undefined;
    const alike = await alikeOnes(tx, inserted);
    const accepted = alike.length > 0 && alike.every(({ declinedAt }) => declinedAt === null);
    const ids = [inserted, ...alike].map(({ id }) => id);
    if (accepted) await acceptContests(tx, ids, contest.contestedAt);
    return { id: inserted.id, text: contest.wording, accepted };
  });
  if (kept) context.observe({ type: 'point-contested' });
  return kept;
}

async function lockQuestion(tx: Db, id: number): Promise<void> {
  const query = tx.selectFrom('questions').select('id').where('id', '=', id);
  await query.forNoKeyUpdate().execute();
}

async function alikeOnes(tx: Db, contest: Contest): Promise<readonly Contest[]> {
  const stems = (wording: string | null) => new Set(contentStems(wording ?? '', contest.language));
  const own = stems(contest.wording);
  const others = await contestsOfOthers(tx, contest);
  return others.filter(({ wording }) => areAlike(own, stems(wording), ALIKE));
}
