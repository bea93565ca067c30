import type { Round, Track } from '../../db/tables.ts';
import type { Context } from '../../delivery/context.ts';
import { creditedPoints } from '../feedback/contest-queries.ts';
import { gradedBefore, liftPoints } from '../feedback/lift-verdicts.ts';
import { compareText } from '../feedback/match-answer.ts';
import { type CountedAnswer, listCountedAnswers } from '../standings/counted-answers.ts';

/** A key point that most people left out, and how many that were; it names nobody. */
export interface MissedMost {
  readonly round: Round;
  readonly point: string;
  readonly missed: number;
  readonly compared: number;
}

/** With fewer people, one could guess whose answer lacks a point. */
const FEWEST_MEMBERS = 5;

/** More answers to one round would change little, and take their time. */
const MOST_ANSWERS = 100;

/**
 * The key point that the greatest share of members left out, and more than half of them; undefined where no point
 * was. Rounds that are not revealed yet are left out.
 */
export async function findMissedMost(
  context: Context,
  track: Track,
  rounds: readonly Round[],
): Promise<MissedMost | undefined> {
  const found: MissedMost[] = [];
  for (const round of rounds.filter(({ status }) => status === 'revealed')) {
    found.push(...(await missedIn(context, track, round)));
  }
  const most = found.filter(({ missed, compared }) => missed * 2 > compared);
  return most.toSorted((one, other) => shareOf(other) - shareOf(one))[0];
}

const shareOf = ({ missed, compared }: MissedMost): number => missed / compared;

async function missedIn(
  context: Context,
  track: Track,
  round: Round,
): Promise<readonly MissedMost[]> {
  const points = round.question[round.language]?.keyPoints ?? [];
  if (points.length === 0) return [];
  const answers = await listCountedAnswers(context.db, round.id);
  const written = answers.filter(({ source, withdrawnAt }) => source !== 'choice' && !withdrawnAt);
  const left: ReadonlySet<string>[] = [];
  for (const answer of written.slice(0, MOST_ANSWERS)) {
    const missing = await leftOut(context, track, { round, answer });
    if (missing) left.push(missing);
  }
  if (left.length < FEWEST_MEMBERS) return [];
  return points.map(({ id: point }) => {
    const missed = left.filter((missing) => missing.has(point)).length;
    return { round, point, missed, compared: left.length };
  });
}

/**
 * The ids of the key points that an answer leaves out, as its author is told under the reveal; undefined where the
 * text cannot be compared with the question.
 */
async function leftOut(
  context: Context,
  { workspaceId }: Track,
  { round, answer }: { readonly round: Round; readonly answer: CountedAnswer },
): Promise<ReadonlySet<string> | undefined> {
  const { questionId, question, language: asked } = round;
  const { id, memberId, text } = answer;
  const compared = await compareText(context, { workspaceId, questionId, question, asked, text });
  const flags = compared?.feedback.flags ?? [];
  if (!compared || flags.includes('copy') || flags.includes('other-language')) return undefined;
  const { written, feedback } = compared;
  const points = liftPoints(feedback, gradedBefore(context, { workspaceId, written, text }));
  const credited = await creditedPoints(context.db, memberId, { kind: 'answer', id });
  const missing = points.filter(({ verdict, id }) => verdict === 'missing' && !credited.has(id));
  return new Set(missing.map(({ id }) => id));
}
