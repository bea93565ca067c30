import type { CompiledRubric } from './compile-rubric.ts';
import { quote } from './quote.ts';
import { readText } from './read-text.ts';
import { scorePoints } from './score-points.ts';
import { PARTLY } from './verdict.ts';

/**
 * The sentence of an answer by which its author most likely means a point that was not found: of those that say no
 * point, the one that comes nearest to it. Where all say one, it is what comes nearest of them.
 */
export function likelyWording(rubric: CompiledRubric, written: string, point: string): string {
  const answer = readText(written, rubric.termOf);
  const { points, sentences } = scorePoints(rubric, answer);
  const idle = answer.sentences.filter((_, at) => (sentences[at] ?? 0) < PARTLY);
  const scored = idle
    .map((sentence) => quote(answer.text, [sentence]))
    .filter((text) => text !== '')
    .map((text) => ({ text, score: scoreOf(rubric, text, point) }));
  const best = scored.toSorted((one, other) => other.score - one.score)[0];
  const nearest = points.find(({ id }) => id === point)?.evidence;
  return best?.text ?? (nearest || answer.text);
}

function scoreOf(rubric: CompiledRubric, text: string, point: string): number {
  const { points } = scorePoints(rubric, readText(text, rubric.termOf));
  return points.find(({ id }) => id === point)?.score ?? 0;
}
