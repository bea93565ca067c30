import type { CompiledPoint } from './compiled-point.ts';
import { recallsOfPhrasings, usesOf } from './phrasing-recalls.ts';
import { plainly, type Strengths } from './strengths.ts';
import type { Phrasing } from './vocabulary.ts';

/** The share of a point's phrasing that a sentence has to say to be a phrasing of that point. */
const CLAIMED = 0.5;

/** A sentence of one term says nothing of a point that the point's own phrasings do not. */
const FEWEST_TERMS = 2;

/** A sentence of the reference answer. */
export interface ReferenceSentence {
  readonly phrasing: Phrasing;
  readonly written: string;
}

/** Gives each sentence of the reference answer to the point that it says best, as one more phrasing. */
export function joinReference(
  points: readonly CompiledPoint[],
  sentences: readonly ReferenceSentence[],
  strengths: readonly Strengths[],
): readonly CompiledPoint[] {
  const claimants = sentences.map(({ phrasing: { terms } }, at) => {
    const said = strengths[at];
    return said && terms.length >= FEWEST_TERMS ? claimantOf(points, said) : undefined;
  });
  return points.map((point) => {
    const claimed = sentences.filter((_, at) => claimants[at] === point);
    const phrasings = [...point.phrasings, ...claimed.map(({ phrasing }) => phrasing)];
    return {
      ...point,
      phrasings,
      uses: usesOf(phrasings),
      reference: claimed.map(({ written }) => written),
    };
  });
}

function claimantOf(points: readonly CompiledPoint[], said: Strengths): CompiledPoint | undefined {
  const recalls = points.map((point) => ({
    point,
    recall: Math.max(0, ...recallsOfPhrasings(point, said, plainly)),
  }));
  const best = recalls.toSorted((one, other) => other.recall - one.recall)[0];
  return best && best.recall >= CLAIMED ? best.point : undefined;
}
