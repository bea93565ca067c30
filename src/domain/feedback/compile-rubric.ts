import type { KeyPoint } from '../question.ts';
import type { CompiledPoint, Quantity } from './compiled-point.ts';
import { joinReference } from './join-reference.ts';
import type { Lexicon, Rubric } from './lexicon.ts';
import { usesOf } from './phrasing-recalls.ts';
import { quote } from './quote.ts';
import { type Content, type ReadText, readText, type Sentence } from './read-text.ts';
import { strengthsOf } from './strengths.ts';
import type { Term, TermMaker } from './term.ts';
import { indexTerms, type TermIndex } from './term-index.ts';
import { createVocabulary, poolOf, sum, type Vocabulary } from './vocabulary.ts';

/** A question as answers are compared with it, made once for many answers. */
export interface CompiledRubric {
  readonly points: readonly CompiledPoint[];
  readonly find: TermIndex;
  readonly termOf: TermMaker;
  /** Whether a word stands in the question itself. */
  readonly isAsked: (term: Term) => boolean;
  readonly need: number | undefined;
}

/** From here on a word is the question's own, in whatever form; one of like meaning is not. */
const SAME_WORD = 0.8;

export function compileRubric(rubric: Rubric, lexicon: Lexicon): CompiledRubric {
  const { termOf } = lexicon;
  const isAsked = askedBy(readText(rubric.question, termOf));
  const written = rubric.keyPoints.map((point) => readPoint(point, termOf));
  const vocabulary = createVocabulary({ lexicon, isAsked, pointsWith: countPoints(written) });
  const own = written.map((point) => compilePoint(point, vocabulary));
  const reference = readText(rubric.answer ?? '', termOf);
  const sentences = contentBySentence(reference).map((content, at) => ({
    phrasing: vocabulary.phrasing(content),
    written: quote(reference.text, reference.sentences.slice(at, at + 1)),
  }));
  const find = indexTerms(vocabulary.terms);
  const points = joinReference(own, sentences, strengthsOf(reference, find));
  return { points, find, termOf, isAsked, need: rubric.need };
}

function askedBy({ content }: ReadText): (term: Term) => boolean {
  const find = indexTerms(content.map(({ term }) => term));
  return (term) => find(term).some(({ strength }) => strength >= SAME_WORD);
}

interface WrittenPoint {
  readonly id: string;
  /** Its label and its phrasings. */
  readonly texts: readonly ReadText[];
}

function readPoint({ id, label, phrasings }: KeyPoint, termOf: TermMaker): WrittenPoint {
  return { id, texts: [label, ...phrasings].map((text) => readText(text, termOf)) };
}

/** In how many points each stem stands: one that stands in several tells less of each. */
function countPoints(points: readonly WrittenPoint[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { texts } of points) {
    const stems = texts.flatMap(({ content }) => content.map(({ term }) => term.stem));
    for (const stem of new Set(stems)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return counts;
}

function compilePoint({ id, texts }: WrittenPoint, vocabulary: Vocabulary): CompiledPoint {
  const phrasings = texts
    .map(({ content }) => vocabulary.phrasing(content))
    .filter(({ terms }) => terms.length > 0);
  return {
    id,
    phrasings,
    uses: usesOf(phrasings),
    pool: poolOf(phrasings),
    usual: sum(phrasings.map(({ total }) => total)) / Math.max(1, phrasings.length),
    quantity: texts[0] && quantityIn(texts[0].sentences),
    reference: [],
  };
}

/** What some sentences say of how much is meant, where they do not say both. */
export function quantityIn(sentences: readonly Pick<Sentence, 'all' | 'part'>[]): Quantity {
  const [all, part] = [sentences.some(({ all }) => all), sentences.some(({ part }) => part)];
  if (all === part) return undefined;
  return all ? 'all' : 'part';
}

function contentBySentence({ sentences, content }: ReadText): readonly (readonly Content[])[] {
  return sentences.map((_, at) => content.filter(({ sentence }) => sentence === at));
}
