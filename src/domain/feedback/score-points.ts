import { type CompiledRubric, quantityIn } from './compile-rubric.ts';
import type { CompiledPoint, Quantity } from './compiled-point.ts';
import { quote } from './quote.ts';
import type { ReadText } from './read-text.ts';
import { byPolarity, plainly, strengthsOf } from './strengths.ts';
import { scoreWindow, type Window, type Windows, windowsOf } from './windows.ts';

/** How well an answer says a point, and where. */
export interface ScoredPoint {
  readonly id: string;
  readonly score: number;
  /** The same, where what one side affirms and the other negates counts little. */
  readonly polar: number;
  /** The answer's own words that say it best. */
  readonly evidence: string;
  /** How much of something the point is about, and how much those words are. */
  readonly quantity: Quantity;
  readonly said: Quantity;
}

export interface Scores {
  readonly points: readonly ScoredPoint[];
  /** The best score of a point in each sentence alone. */
  readonly sentences: readonly number[];
}

export function scorePoints(rubric: CompiledRubric, answer: ReadText): Scores {
  const windows = windowsOf(strengthsOf(answer, rubric.find));
  const scored = rubric.points.map((point) => scoresOf(point, windows));
  return {
    points: rubric.points.map((point, at) => bestOf(point, scored[at] ?? [], answer)),
    sentences: answer.sentences.map((_, at) =>
      Math.max(0, ...scored.map((all) => all[at]?.score ?? 0)),
    ),
  };
}

interface ScoredWindow {
  readonly window: Window;
  readonly score: number;
}

/**
 * Single sentences first, so that they win where two sentences say no more. Two of which one says nothing of the point
 * say less than the other alone.
 */
function scoresOf(point: CompiledPoint, { single, pairs }: Windows): readonly ScoredWindow[] {
  const scored = single.map((window) => scoreOf(point, window));
  const worthwhile = pairs.filter(({ first, last }) => {
    return (scored[first]?.score ?? 0) > 0 && (scored[last]?.score ?? 0) > 0;
  });
  return [...scored, ...worthwhile.map((window) => scoreOf(point, window))];
}

const scoreOf = (point: CompiledPoint, window: Window): ScoredWindow => ({
  window,
  score: scoreWindow(point, window, plainly),
});

function bestOf(
  point: CompiledPoint,
  windows: readonly ScoredWindow[],
  { text, sentences }: ReadText,
): ScoredPoint {
  const best = windows.reduce<ScoredWindow | undefined>(
    (one, other) => (other.score > (one?.score ?? 0) ? other : one),
    undefined,
  );
  const saying = best ? sentences.slice(best.window.first, best.window.last + 1) : [];
  return {
    id: point.id,
    score: best?.score ?? 0,
    polar: polarScore(point, windows),
    evidence: quote(text, saying),
    quantity: point.quantity,
    said: quantityIn(saying),
  };
}

/** Heeding polarity only lowers a score, so that from the highest on few windows need to be scored again. */
function polarScore(point: CompiledPoint, windows: readonly ScoredWindow[]): number {
  let highest = 0;
  const saying = windows.filter(({ score }) => score > 0);
  for (const { window, score } of saying.sort((one, other) => other.score - one.score)) {
    if (score <= highest) break;
    highest = Math.max(highest, scoreWindow(point, window, byPolarity));
  }
  return highest;
}
