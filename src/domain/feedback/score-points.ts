import {
  type CompiledPoint,
  type CompiledRubric,
  type Quantity,
  quantityIn,
} from './compile-rubric.ts';
import { quote } from './quote.ts';
import type { ReadText } from './read-text.ts';
import { byPolarity, strengthsOf } from './strengths.ts';
import { scoreWindow, type Window, windowsOf } from './windows.ts';

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
  const windows = windowsOf(strengthsOf(answer, rubric));
  const scored = rubric.points.map((point) => scoresOf(point, windows));
  return {
    points: rubric.points.map((point, at) => bestOf(point, scored[at] ?? [], answer)),
    sentences: answer.sentences.map((_, at) =>
      Math.max(0, ...scored.map((all) => all[at]?.score ?? 0)),
    ),
  };
}

interface ScoredWindow extends Window {
  readonly score: number;
}

function scoresOf(point: CompiledPoint, windows: readonly Window[]): readonly ScoredWindow[] {
  return windows.map((window) => {
    const { first, last, strengths, plain } = window;
    return { first, last, strengths, plain, score: scoreWindow(point, window, plain) };
  });
}

function bestOf(
  point: CompiledPoint,
  windows: readonly ScoredWindow[],
  { text, sentences }: ReadText,
): ScoredPoint {
  const best = windows.reduce<ScoredWindow | undefined>(
    (one, other) => (other.score > (one?.score ?? 0) ? other : one),
    undefined,
  );
  const saying = best ? sentences.slice(best.first, best.last + 1) : [];
  return {
    id: point.id,
    score: best?.score ?? 0,
    polar: polarScore(point, windows),
    evidence: quote(text, saying),
    quantity: point.quantity,
    said: quantityIn(saying),
  };
}

/** Heeding polarity only lowers a score, so that most windows need not be scored again. */
function polarScore(point: CompiledPoint, windows: readonly ScoredWindow[]): number {
  return windows.reduce((highest, window) => {
    if (window.score <= highest) return highest;
    return Math.max(highest, scoreWindow(point, window, byPolarity(window.strengths)));
  }, 0);
}
