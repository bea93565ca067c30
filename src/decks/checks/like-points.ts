import { type Language, LANGUAGES } from '../../domain/language.ts';
import type { Deck, Question } from '../../domain/question.ts';
import { areAlike } from '../../domain/text/likeness.ts';
import { createStemmer } from '../../domain/text/stems.ts';
import { type CheckFinding, checkWarning } from './finding.ts';

/** The share of common words (Jaccard) from which two labels say nearly the same. */
const ALIKE = 0.5;

/**
 * Points that are looked at for one word. Words are looked up from the rarest on, so a word that
 * more of them share says little; and a deck of thousands of questions is still checked at once.
 */
const MOST_FOR_A_WORD = 100;

interface Point {
  readonly question: Question;
  readonly id: string;
  readonly path: readonly PropertyKey[];
  /** The stems of its label, the rarest in the deck first. */
  readonly words: ReadonlySet<string>;
}

/**
 * Key points whose labels say nearly what one of an earlier question says: whoever has learned one
 * has learned the other, and is asked the same twice.
 */
export function likePoints(deck: Deck): (readonly [Question, CheckFinding])[] {
  return LANGUAGES.flatMap((language) =>
    likePairs(pointsOf(deck, language)).map(
      ([point, other]) => [point.question, alike(point, other, language)] as const,
    ),
  );
}

function alike({ id, path }: Point, other: Point, language: Language): CheckFinding {
  const problem = `the key point \`${id}\` in \`${language}\` says nearly what \`${other.id}\` of ${other.question.id} says`;
  const fix = 'keep it in one of the questions, or say what is particular to this one';
  return checkWarning([...path, 'label'], problem, fix);
}

function pointsOf({ questions }: Deck, language: Language): Point[] {
  const stems = createStemmer(language);
  const points = questions.flatMap((question) =>
    (question[language]?.keyPoints ?? []).map(({ id, label }, index) => ({
      question,
      id,
      path: [language, 'keyPoints', index],
      words: new Set(stems(label)),
    })),
  );
  const counts = countWords(points);
  const rarestFirst = (a: string, b: string): number => (counts.get(a) ?? 0) - (counts.get(b) ?? 0);
  return points.map((point) => ({
    ...point,
    words: new Set([...point.words].toSorted(rarestFirst)),
  }));
}

function countWords(points: readonly Pick<Point, 'words'>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of points.flatMap(({ words }) => [...words])) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** Each point with the first before it, of another question, that is like it. */
function likePairs(points: readonly Point[]): (readonly [Point, Point])[] {
  const byWord = new Map<string, Point[]>();
  return points.flatMap((point) => {
    const words = tellingWords(point);
    const like = words
      .flatMap((word) => byWord.get(word) ?? [])
      .find((other) => other.question !== point.question && isLike(point, other));
    for (const word of words) remember(byWord, word, point);
    return like === undefined ? [] : [[point, like] as const];
  });
}

const isLike = (point: Point, other: Point): boolean => areAlike(point.words, other.words, ALIKE);

/** Of two labels that are alike, these of the one hold at least one of the other's. */
const tellingWords = ({ words }: Point): readonly string[] =>
  [...words].slice(0, words.size - Math.ceil(words.size * ALIKE) + 1);

function remember(byWord: Map<string, Point[]>, word: string, point: Point): void {
  const points = byWord.get(word) ?? [];
  if (points.length < MOST_FOR_A_WORD) points.push(point);
  byWord.set(word, points);
}
