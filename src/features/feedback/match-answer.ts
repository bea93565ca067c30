import type { Context } from '../../delivery/context.ts';
import { type Feedback, giveFeedback } from '../../domain/feedback/feedback.ts';
import { type Language, LANGUAGES } from '../../domain/language.ts';
import type { Question } from '../../domain/question.ts';
import { guessLanguage } from '../../domain/text/guess-language.ts';
import type { FeedbackFacts } from './feedback-blocks.ts';
import { rubricOf } from './rubric-of.ts';

export interface GivenText {
  readonly workspaceId: number;
  /** As it was asked, or as its deck has it now. */
  readonly question: Question;
  /** In which language it was asked, or in which it would be if it had it. */
  readonly asked: Language;
  /** Who wrote the text reads this. */
  readonly reader: Language;
  readonly text: string;
}

/**
 * Which key points a member's text covers, for that member alone. It is compared in the language of the question as
 * it was asked, or in its own where the question is written in that too. Undefined: there is nothing to compare with.
 */
export async function matchAnswer(
  context: Context,
  given: GivenText,
): Promise<FeedbackFacts | undefined> {
  const asked = [given.asked, ...LANGUAGES].find((one) => given.question[one]);
  const first = asked && (await compare(context, given, asked));
  if (!first) return undefined;
  const isForeign = first.feedback.flags.includes('other-language');
  const own = isForeign ? await compare(context, given, guessLanguage(given.text)) : undefined;
  return facts(context, given, own ?? first);
}

interface Comparison {
  readonly language: Language;
  readonly feedback: Feedback;
}

async function compare(
  context: Context,
  { workspaceId, question, text }: GivenText,
  language: Language,
): Promise<Comparison | undefined> {
  const rubric = question[language];
  if (!rubric || rubric.keyPoints.length === 0) return undefined;
  const compiled = await rubricOf(context, { workspaceId, rubric, language });
  return { language, feedback: giveFeedback(compiled, language, text) };
}

/** In words of the reader's language, where the question has them. */
async function facts(
  context: Context,
  { workspaceId, question, reader }: GivenText,
  { language, feedback }: Comparison,
): Promise<FeedbackFacts> {
  const shownIn = [reader, language, ...LANGUAGES].find((one) => question[one]?.keyPoints.length);
  const text = question[shownIn ?? language];
  if (!text) throw new Error(`question ${question.id} has no text`);
  const shown = await rubricOf(context, {
    ...{ workspaceId, rubric: text, language: shownIn ?? language },
  });
  const points = feedback.points.map(({ id, verdict, reason, evidence }) => ({
    ...{ id, verdict, evidence, ...(reason && { reason }) },
    label: text.keyPoints.find((point) => point.id === id)?.label ?? id,
    reference: shown.points.find((point) => point.id === id)?.reference ?? [],
  }));
  return { language: reader, flags: feedback.flags, points, answer: text.answer };
}
