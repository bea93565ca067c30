import type { Term, TermMaker } from './term.ts';
import { readablePart, type Token, tokensOf, type WordToken } from './tokens.ts';

/** A word that carries meaning, in its place. */
export interface Content {
  readonly term: Term;
  readonly sentence: number;
  /** Whether its clause negates what it says. */
  readonly negated: boolean;
}

export interface Sentence {
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
  /** Whether it speaks of all of something, or of a part. */
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

const ENDS_SENTENCE = '.!?;\n•';
const ENDS_CLAUSE = `${ENDS_SENTENCE},:()`;
const SEPARATORS = ',;\n';

export function readText(written: string, termOf: TermMaker): ReadText {
  const text = readablePart(written);
  const placed = placeTokens(tokensOf(text, termOf));
  const words = placed.filter(isWord);
  return {
    text,
    sentences: sentencesOf(placed),
    content: contentOf(placed, negatedClauses(words)),
    words: words.length,
    functionWords: words.filter(({ token }) => token.term.facts.isFunction).length,
    separators: countSeparators(placed),
  };
}

interface Placed<Kind extends Token = Token> {
  readonly token: Kind;
  readonly sentence: number;
  readonly clause: number;
}

const isWord = (placed: Placed): placed is Placed<WordToken> => placed.token.kind === 'word';

/** Gives each token its sentence and its clause, both counted through the text. */
function placeTokens(tokens: readonly Token[]): readonly Placed[] {
  let [sentence, clause, holdsWord] = [0, 0, false];
  const aside = commasOfAsides(tokens);
  return tokens.map((token, at) => {
    if (token.kind === 'word' && token.term.facts.isConjunction) clause++;
    const placed = { token, sentence, clause };
    if (token.kind !== 'mark') holdsWord ||= token.kind === 'word';
    else {
      if (isOneOf(ENDS_CLAUSE, token) && !aside.has(at)) clause++;
      const ends = holdsWord && isOneOf(ENDS_SENTENCE, token) && sentence < MOST_SENTENCES - 1;
      if (ends) [sentence, holdsWord] = [sentence + 1, false];
    }
    return placed;
  });
}

/** Whether a token is one of these marks. Several of a kind, such as `!!`, are one mark. */
const isOneOf = (marks: string, token: Token | undefined): boolean =>
  token?.kind === 'mark' && marks.includes(token.text.charAt(0));

/**
 * Where commas stand around nothing but words that say nothing by themselves, as in "the weights, of course,
 * do not change": the clause goes on after the second one.
 */
function commasOfAsides(tokens: readonly Token[]): ReadonlySet<number> {
  const commas = new Set<number>();
  let before: number | undefined;
  tokens.forEach((token, at) => {
    const isComma = isOneOf(',', token);
    if (isComma && before !== undefined && before < at - 1) commas.add(before).add(at);
    if (isComma) before = at;
    else if (token.kind === 'mark' || !token.term.facts.isAside) before = undefined;
  });
  return commas;
}

function sentencesOf(placed: readonly Placed[]): readonly Sentence[] {
  const sentences: { start: number; end: number; all: boolean; part: boolean }[] = [];
  let before: Token | undefined;
  for (const { token, sentence } of placed) {
    const start = sentences[sentence - 1]?.end ?? 0;
    const known = (sentences[sentence] ??= { start, end: 0, all: false, part: false });
    known.end = token.end;
    if (token.kind === 'word' && !isNotOnly(before, token)) {
      known.all ||= token.term.facts.all;
      known.part ||= token.term.facts.part;
    }
    before = token;
  }
  return sentences;
}

/** In "not only" the second word says nothing of how much. */
const isNotOnly = (before: Token | undefined, { term }: WordToken): boolean =>
  term.facts.affirmsNegation && before?.kind === 'word' && before.term.facts.negates;

function contentOf(placed: readonly Placed[], negated: ReadonlySet<number>): readonly Content[] {
  const content: Content[] = [];
  for (const { token, sentence, clause } of placed) {
    if (token.kind === 'mark' || token.term.facts.isFunction) continue;
    content.push({ term: token.term, sentence, negated: negated.has(clause) });
  }
  return content;
}

/** A clause negates what it says by a word of its own, or by standing under one that does. */
function negatedClauses(words: readonly Placed<WordToken>[]): ReadonlySet<number> {
  const negated = new Set<number>();
  words.forEach((word, at) => {
    const { facts } = word.token.term;
    const [before, next] = [words[at - 1], words[at + 1]];
    const after = next?.token.term;
    const opens = before !== undefined && before.clause < word.clause;
    const under = opens && before.sentence === word.sentence && negated.has(before.clause);
    if (under && facts.subordinates) negated.add(word.clause);
    if (facts.negates && !after?.facts.affirmsNegation) negated.add(word.clause);
    if (after && facts.deniesWith.includes(after.text)) negated.add(next.clause);
  });
  return negated;
}

/** Blank lines separate no more than one line's end does. */
function countSeparators(placed: readonly Placed[]): number {
  return placed.filter(
    ({ token }, at) => isOneOf(SEPARATORS, token) && !isOneOf(SEPARATORS, placed[at - 1]?.token),
  ).length;
}
