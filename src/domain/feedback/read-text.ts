import type { Term, TermMaker } from './term.ts';
import { readablePart, type Token, tokensOf } from './tokens.ts';
import {
  AFFIRMS_AFTER_NEGATION,
  ASIDES,
  CONJUNCTIONS,
  DENIES_WHAT_FOLLOWS,
  isNegation,
  SUBORDINATES,
  WORDS_FOR_ALL,
  WORDS_FOR_PART,
} from './word-lists.ts';

/** A word that carries meaning, in its place. */
export interface Content {
  readonly term: Term;
  readonly sentence: number;
  /** Does its clause negate what it says? */
  readonly negated: boolean;
}

export interface Sentence {
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
  /** Does it speak of all of something, or of a part? */
  readonly all: boolean;
  readonly part: boolean;
}

/** A text as it is compared. */
export interface ReadText {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly content: readonly Content[];
  readonly words: number;
  /** Words that carry no meaning of their own. */
  readonly functionWords: number;
  /** Commas, semicolons and line breaks. */
  readonly separators: number;
}

/** What is beyond these joins the last: it bounds what a hostile answer costs. */
const MOST_SENTENCES = 64;

const ENDS_SENTENCE = /^[.!?;\n•]/;
const ENDS_CLAUSE = /^[.!?;\n•,:()]/;
const SEPARATES = /^[,;\n]/;

export function readText(written: string, termOf: TermMaker): ReadText {
  const text = readablePart(written);
  const placed = placeTokens(tokensOf(text));
  const words = placed.filter(isWord);
  return {
    text,
    sentences: sentencesOf(placed),
    content: contentOf(placed, termOf),
    words: words.length,
    functionWords: words.filter(({ kind }) => kind === 'function').length,
    separators: countSeparators(placed),
  };
}

interface Placed extends Token {
  readonly sentence: number;
  readonly clause: number;
}

/** Gives each token its sentence and its clause, both counted through the text. */
function placeTokens(tokens: readonly Token[]): readonly Placed[] {
  let [sentence, clause, holdsWord] = [0, 0, false];
  const aside = commasOfAsides(tokens);
  return tokens.map((token, at) => {
    if (isWord(token) && CONJUNCTIONS.has(token.text)) clause++;
    const placed = { ...token, sentence, clause };
    if (token.kind !== 'mark') holdsWord ||= isWord(token);
    else {
      if (ENDS_CLAUSE.test(token.text) && !aside.has(at)) clause++;
      const ends = holdsWord && ENDS_SENTENCE.test(token.text) && sentence < MOST_SENTENCES - 1;
      if (ends) [sentence, holdsWord] = [sentence + 1, false];
    }
    return placed;
  });
}

/**
 * Where commas stand around nothing but words that say nothing by themselves, as in "the weights, of course,
 * do not change": the clause goes on after the second one.
 */
function commasOfAsides(tokens: readonly Token[]): ReadonlySet<number> {
  const commas = new Set<number>();
  let before: number | undefined;
  tokens.forEach(({ kind, text }, at) => {
    const isComma = text === ',';
    if (isComma && before !== undefined && before < at - 1) commas.add(before).add(at);
    if (isComma) before = at;
    else if (!isAside(kind, text)) before = undefined;
  });
  return commas;
}

const isAside = (kind: Token['kind'], word: string): boolean =>
  ASIDES.has(word) || (kind === 'function' && !CONJUNCTIONS.has(word) && !isNegation(word));

function sentencesOf(placed: readonly Placed[]): readonly Sentence[] {
  const sentences: Sentence[] = [];
  placed.forEach((token, at) => {
    const { sentence, text, end } = token;
    const start = sentences[sentence - 1]?.end ?? 0;
    const before = sentences[sentence] ?? { start, all: false, part: false };
    const says = isWord(token) && !followsNegation(placed, at);
    sentences[sentence] = {
      start: before.start,
      end,
      all: before.all || (says && WORDS_FOR_ALL.has(text)),
      part: before.part || (says && WORDS_FOR_PART.has(text)),
    };
  });
  return sentences;
}

const isWord = ({ kind }: Token): boolean => kind === 'word' || kind === 'function';

/** In "not only" the second word says nothing of how much. */
function followsNegation(placed: readonly Placed[], at: number): boolean {
  const [token, before] = [placed[at], placed[at - 1]];
  if (!token || !before || !AFFIRMS_AFTER_NEGATION.has(token.text)) return false;
  return isNegation(before.text);
}

function contentOf(placed: readonly Placed[], termOf: TermMaker): readonly Content[] {
  const negated = negatedClauses(placed);
  return placed.flatMap((token) => {
    const { kind, sentence, clause, text } = token;
    if (kind === 'mark' || kind === 'function') return [];
    return [{ term: termOf(text), sentence, negated: negated.has(clause) }];
  });
}

/** A clause negates what it says by a word of its own, or by standing under one that does. */
function negatedClauses(placed: readonly Placed[]): ReadonlySet<number> {
  const words = placed.filter(isWord);
  const negated = new Set<number>();
  words.forEach((word, at) => {
    const [before, next] = [words[at - 1], words[at + 1]?.text ?? ''];
    const opens = before !== undefined && before.clause < word.clause;
    const under = opens && before.sentence === word.sentence && negated.has(before.clause);
    if (under && SUBORDINATES.has(word.text)) negated.add(word.clause);
    if (isNegation(word.text) && !AFFIRMS_AFTER_NEGATION.has(next)) negated.add(word.clause);
    if (DENIES_WHAT_FOLLOWS.has(`${word.text} ${next}`)) negated.add(words[at + 1]?.clause ?? 0);
  });
  return negated;
}

/** Blank lines separate no more than one line's end does. */
function countSeparators(placed: readonly Placed[]): number {
  return placed.filter(
    ({ text }, at) => SEPARATES.test(text) && !SEPARATES.test(placed[at - 1]?.text ?? ''),
  ).length;
}
