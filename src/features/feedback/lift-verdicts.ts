import { createHash } from 'node:crypto';
import type { Context } from '../../delivery/context.ts';
import type { Grader, GraderQuestion, GraderQuotes } from '../../delivery/grader.ts';
import type { Feedback } from '../../domain/feedback/feedback.ts';
import type { Rubric } from '../../domain/feedback/lexicon.ts';
import type { PointFeedback } from '../../domain/feedback/verdict.ts';
import { claimGraderUse } from './grader-uses.ts';

export interface TextToGrade {
  readonly workspaceId: number;
  /** The question, as the text was compared with it. */
  readonly written: Rubric;
  readonly text: string;
}

/** What a language model found in a text besides. */
export interface Graded {
  readonly model: string;
  readonly quotes: GraderQuotes;
}

/**
 * Asks the operator's language model, if there is one, about each point that the words do not show to be covered.
 * Undefined where it was not asked, or all that it said is of no use.
 */
export async function gradeText(
  context: Context,
  asked: TextToGrade,
  feedback: Feedback,
): Promise<Graded | undefined> {
  const { grader } = context;
  const points = uncovered(asked.written, feedback);
  if (!grader || points.length === 0) return undefined;
  const { model, found } = grader;
  const key = keyOf(asked);
  const known = found.get(key);
  if (known) return { model, quotes: known };
  if (!(await claimGraderUse(context, asked.workspaceId, grader.dailyLimit))) {
    context.observe({ type: 'answer-graded', outcome: 'over-limit' });
    return undefined;
  }
  const quotes = await ask({ ...context, grader }, asked, points);
  context.observe({ type: 'answer-graded', outcome: quotes ? 'graded' : 'failed' });
  if (!quotes) return undefined;
  found.set(key, quotes);
  return { model, quotes };
}

/** What the model found in a text before; nothing is asked for it. */
export function gradedBefore({ grader }: Context, asked: TextToGrade): Graded | undefined {
  const quotes = grader?.found.get(keyOf(asked));
  return grader && quotes && { model: grader.model, quotes };
}

interface UncoveredPoint {
  readonly id: string;
  readonly label: string;
}

/** A copied question or a text in another language was not compared at all. */
function uncovered({ keyPoints }: Rubric, { points, flags }: Feedback): readonly UncoveredPoint[] {
  if (flags.includes('copy') || flags.includes('other-language')) return [];
  return points
    .filter(({ verdict }) => verdict !== 'covered')
    .map(({ id }) => ({ id, label: keyPoints.find((one) => one.id === id)?.label ?? id }));
}

/**
 * No answer to an interview question says this. A model that finds it in one all the same does as the answer tells them to, and
 * is not believed in the rest either.
 */
const DECOY = 'A sourdough starter is fed with rye flour twice a day';

interface GradingContext extends Context {
  readonly grader: Grader;
}

async function ask(
  { log, grader }: GradingContext,
  { written, text: answer }: TextToGrade,
  points: readonly UncoveredPoint[],
): Promise<GraderQuotes | undefined> {
  const about = (point: string): GraderQuestion => ({ question: written.question, point, answer });
  const labels = [DECOY, ...points.map(({ label }) => label)];
  const [decoy, ...replies] = await grader.ask(labels.map(about));
  const failed = [decoy, ...replies].find((reply) => reply?.type === 'failed');
  if (failed) log.warn({ host: grader.host, reason: failed.reason }, 'the grader failed');
  if (decoy?.type !== 'says-not') return undefined;
  if (replies.every(({ type }) => type === 'failed')) return undefined;
  const quotes = new Map<string, string>();
  points.forEach(({ id }, at) => {
    const reply = replies[at];
    if (reply?.type === 'says' && isVerbatim(reply.quote, answer)) quotes.set(id, reply.quote);
  });
  return quotes;
}

const FEWEST_WORDS = 2;

/** A single word stands in many answers and says nothing. */
function isVerbatim(quote: string, answer: string): boolean {
  const words = quote.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length >= FEWEST_WORDS && flat(answer).includes(flat(quote));
}

const flat = (text: string): string => text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();

function keyOf({ written, text }: TextToGrade): string {
  return createHash('sha256')
    .update(JSON.stringify([written, text]))
    .digest('hex');
}

interface LiftedPoint extends PointFeedback {
  /** A language model found it, where the words alone do not show it. */
  readonly byModel?: true;
}

/** What the model found lifts verdicts; it lowers none. */
export function liftPoints(
  { points }: Feedback,
  graded: Graded | undefined,
): readonly LiftedPoint[] {
  return points.map((point) => {
    const evidence = graded?.quotes.get(point.id);
    if (evidence === undefined || point.verdict === 'covered') return point;
    return { id: point.id, score: 1, verdict: 'covered', evidence, byModel: true };
  });
}
