import type { Context } from '../../delivery/context.ts';
import type { Day } from '../../domain/day.ts';
import type { CompiledRubric } from '../../domain/feedback/compile-rubric.ts';
import { type Feedback, giveFeedback } from '../../domain/feedback/feedback.ts';
import { type Language, LANGUAGES } from '../../domain/language.ts';
import type { Question, QuestionText } from '../../domain/question.ts';
import { guessLanguage } from '../../domain/text/guess-language.ts';
import { saveMissedPoints } from '../memory/missed-points.ts';
import { creditedPoints } from './contest-queries.ts';
import { type FeedbackFacts, isCompared } from './feedback-blocks.ts';
import type { AnswerName } from './given-answer.ts';
import { type Graded, gradeText, liftPoints } from './lift-verdicts.ts';
import { rubricOf } from './rubric-of.ts';

export interface TextToCompare {
  readonly workspaceId: number;
  readonly questionId: number;
  /** As it was asked, or as its deck has it now. */
  readonly question: Question;
  /** In which language it was asked, or in which it would be if it had it. */
  readonly asked: Language;
  readonly text: string;
}

export interface Compared {
  readonly language: Language;
  /** The question in that language. */
  readonly written: QuestionText;
  readonly rubric: CompiledRubric;
  /** What the words show. */
  readonly feedback: Feedback;
  /** What a language model found besides. */
  readonly graded?: Graded;
}

/** Whose text it is, and in which language and on which day of theirs they read of it. */
interface Author {
  readonly memberId: number;
  readonly reader: Language;
  readonly today: Day;
  readonly answer: AnswerName;
}

/** Which key points a member's text covers, for that member alone; undefined where the question has none. */
export async function matchAnswer(
  context: Context,
  given: TextToCompare & Author,
): Promise<FeedbackFacts | undefined> {
  const compared = await compareText(context, given);
  if (!compared) return undefined;
  const { workspaceId, text } = given;
  const { written, feedback } = compared;
  const graded = await gradeText(context, { workspaceId, written, text }, feedback);
  context.observe({
    type: 'feedback-given',
    on: given.answer.kind === 'answer' ? 'round' : 'quiz',
  });
  return tellFeedback(context, given, { ...compared, ...(graded && { graded }) });
}

/** The facts for a card, once what was left out is kept for the next time that the member meets the question. */
export async function tellFeedback(
  context: Context,
  given: Omit<TextToCompare, 'text' | 'asked'> & Author,
  compared: Compared,
): Promise<FeedbackFacts> {
  const facts = await feedbackFacts(context, given, compared);
  const { memberId, questionId, today: on } = given;
  const missing = facts.points.filter(({ verdict }) => verdict === 'missing');
  const points = missing.toSorted((one, other) => other.weight - one.weight).map(({ id }) => id);
  if (isCompared(facts)) await saveMissedPoints(context, { memberId, questionId, points, on });
  return facts;
}

/**
 * Compares a text with the question in the language in which it was asked, or in the text's own where the question is
 * written in that too.
 */
export async function compareText(
  context: Context,
  given: TextToCompare,
): Promise<Compared | undefined> {
  const asked = [given.asked, ...LANGUAGES].find((one) => given.question[one]);
  const first = asked && (await compareIn(context, given, asked));
  if (!first?.feedback.flags.includes('other-language')) return first;
  return (await compareIn(context, given, guessLanguage(given.text))) ?? first;
}

async function compareIn(
  context: Context,
  { workspaceId, questionId, question, text }: TextToCompare,
  language: Language,
): Promise<Compared | undefined> {
  const written = question[language];
  if (!written || written.keyPoints.length === 0) return undefined;
  const rubric = await rubricOf(context, { workspaceId, questionId, written, language });
  return { language, written, rubric, feedback: giveFeedback(rubric, language, text) };
}

/** What the author reads: in their own language, where the question has it. */
async function feedbackFacts(
  context: Context,
  {
    workspaceId,
    questionId,
    question,
    reader,
    memberId,
    answer,
  }: Omit<TextToCompare, 'text' | 'asked'> & Author,
  { language, rubric, feedback, graded }: Compared,
): Promise<FeedbackFacts> {
  const own = question[reader]?.keyPoints.length ? reader : language;
  const written = question[own];
  if (!written) throw new Error(`question ${question.id} is not written in ${own}`);
  const shown =
    own === language
      ? rubric
      : await rubricOf(context, { workspaceId, questionId, written, language: own });
  const credited = await creditedPoints(context.db, memberId, answer);
  const points = liftPoints(feedback, graded).map(({ verdict, ...found }) => {
    const point = written.keyPoints.find(({ id }) => id === found.id);
    return {
      ...{ ...found, label: point?.label ?? found.id, weight: point?.weight ?? 1 },
      verdict: verdict === 'missing' && credited.has(found.id) ? ('credited' as const) : verdict,
      reference: shown.points.find(({ id }) => id === found.id)?.reference ?? [],
    };
  });
  const model = graded ? { model: graded.model } : {};
  const told = { language: reader, questionId, flags: feedback.flags, points, ...model };
  return { ...told, reference: written.answer ?? '', answer };
}
