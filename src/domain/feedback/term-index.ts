import { BEGINNING, strengthOf } from './strength.ts';
import { groupsOf, type Term } from './term.ts';

/** A term of the rubric, by its number, and how well something meets it. */
interface Met {
  readonly term: number;
  readonly strength: number;
}

/** Finds the terms of a rubric that a word meets, without comparing it with each of them. */
export type TermIndex = (word: Term) => readonly Met[];

/** More than the answers to one question have different words; beyond it somebody sends made-up ones. */
const MOST_REMEMBERED = 2_000;

/** Answers to one question use the same words, so what was found for a word is remembered. */
export function indexTerms(terms: readonly Term[]): TermIndex {
  const byKey = new Map<string, number[]>();
  terms.forEach((term, number) => {
    for (const key of keysOf(term)) byKey.set(key, [...(byKey.get(key) ?? []), number]);
  });
  const find = (word: Term): readonly Met[] => {
    const candidates = new Set(keysOf(word).flatMap((key) => byKey.get(key) ?? []));
    return [...candidates].flatMap((number) => {
      const term = terms[number];
      const strength = term ? strengthOf(term, word) : 0;
      return strength > 0 ? [{ term: number, strength }] : [];
    });
  };
  const known = new Map<string, readonly Met[]>();
  return (word) => {
    const found = known.get(word.stem);
    if (found) return found;
    const met = find(word);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(word.stem, met);
    return met;
  };
}

/**
 * What two terms have in common where one meets the other. A word with one slip keeps its first letter
 * and either the two after it or its last.
 */
function keysOf(term: Term): readonly string[] {
  const { stem, kind } = term;
  if (kind === 'number') return ['number'];
  if (kind === 'sign' || stem.length < BEGINNING) return [`=${stem}`, ...groupKeys(term)];
  return [`=${stem}`, `<${stem.slice(0, 3)}`, `>${stem[0]}${stem.at(-1)}`, ...groupKeys(term)];
}

const groupKeys = (term: Term): readonly string[] => groupsOf(term).map((group) => `~${group}`);
