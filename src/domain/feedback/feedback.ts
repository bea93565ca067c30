import type { Language } from '../language.ts';
import type { CompiledRubric } from './compile-rubric.ts';
import { coverageOf } from './coverage.ts';
import { isCopied, isForeign, isListOfWords, isOffTopic, isShort } from './manner.ts';
import { type ReadText, readText } from './read-text.ts';
import { scorePoints } from './score-points.ts';
import { judge, missing, type PointFeedback, type Reason } from './verdict.ts';

/** What is to be said of an answer as a whole. */
type Flag = Reason | 'short' | 'copy' | 'other-language';

/** Which key points an answer covers, as far as its words show. */
export interface Feedback {
  readonly points: readonly PointFeedback[];
  /** From 0 to 1: for choosing what to ask next, never to be shown as a mark. */
  readonly coverage: number;
  readonly flags: readonly Flag[];
}

/** Compares an answer with a question in this language. */
export function giveFeedback(
  rubric: CompiledRubric,
  language: Language,
  written: string,
): Feedback {
  const answer = readText(written, rubric.termOf);
  if (isForeign(answer, language)) return nothingMatched(rubric, ['other-language']);
  const manner: readonly Flag[] = isShort(answer) ? ['short'] : [];
  if (isCopied(answer, rubric)) return nothingMatched(rubric, [...manner, 'copy']);
  const { points: scored, sentences } = scorePoints(rubric, answer);
  const against = reasonsAgainst(answer, sentences);
  const points = scored.map((point) => judge(point, against[0]));
  const scores = points.map(({ score }) => score);
  const flags = new Set([...manner, ...against, ...points.flatMap(({ reason }) => reason ?? [])]);
  return { points, coverage: coverageOf(scores, rubric.need), flags: [...flags] };
}

function nothingMatched({ points }: CompiledRubric, flags: readonly Flag[]): Feedback {
  return { points: points.map(({ id }) => missing(id)), coverage: 0, flags };
}

/** What speaks against the words of an answer as a whole. */
function reasonsAgainst(answer: ReadText, sentences: readonly number[]): readonly Reason[] {
  return [
    ...(isListOfWords(answer) ? (['list'] as const) : []),
    ...(isOffTopic(answer, sentences) ? (['off-topic'] as const) : []),
  ];
}
