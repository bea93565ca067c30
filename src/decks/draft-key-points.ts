import { stringify } from 'yaml';
import { type Language, LANGUAGES } from '../domain/language.ts';
import type { KeyPoint, Question, QuestionText } from '../domain/question.ts';
import { contentStems, wordsIn } from '../domain/text/stems.ts';
import { sentencesOf } from './checks/coverage.ts';
import { isNegation } from './checks/phrasings.ts';
import { DECK_LIMITS } from './limits.ts';
import { slugOf } from './slug.ts';

/** Key points that a deck's check asks for at most. */
const MOST = 6;

/** Words that carry meaning, which a sentence needs to be worth a point. */
const FEWEST_WORDS = 3;

/**
 * Key points for an author to edit: a sentence of the answer each, as a label, and its two most telling
 * neighbours as a phrasing. The first language names the points, and the others follow as far as they have as
 * many sentences, since the ids have to be the same.
 */
export function draftKeyPoints(question: Question): Partial<Record<Language, readonly KeyPoint[]>> {
  let ids: readonly string[] = [];
  const drafts = LANGUAGES.flatMap((language) => {
    const text = question[language];
    if (!text) return [];
    const points = pointsOf(text, language, ids);
    ids = ids.length > 0 ? ids : points.map(({ id }) => id);
    return [[language, points] as const];
  });
  return Object.fromEntries(drafts);
}

/** The drafts as they would stand in the question's file, and what to do with them. */
export const keyPointsYaml = (question: Question): string =>
  [
    `# Drafted from the answer. Move each list under its language in ${question.id}.yaml, and say each point shorter.\n`,
    ...Object.entries(draftKeyPoints(question)).map(([language, keyPoints]) =>
      stringify({ [language]: { keyPoints } }, { lineWidth: 100 }),
    ),
  ].join('');

function pointsOf(
  text: QuestionText,
  language: Language,
  ids: readonly string[],
): readonly KeyPoint[] {
  const asked = new Set(contentStems(text.question, language));
  const taken = new Set<string>();
  return sentencesOf(text, language)
    .filter((sentence) => contentStems(sentence, language).length >= FEWEST_WORDS)
    .slice(0, MOST)
    .map((sentence, index) => {
      const telling = tellingWords(sentence, language, asked);
      const id = ids[index] ?? freeId(telling, taken);
      return { id, label: labelOf(sentence), phrasings: telling === '' ? [] : [telling] };
    });
}

/** The longest two neighbours that the question does not give away; a word alone where none stand side by side. */
function tellingWords(sentence: string, language: Language, asked: ReadonlySet<string>): string {
  const isTelling = (word: string | undefined): word is string => {
    const [stem] = word === undefined ? [] : contentStems(word, language);
    return stem !== undefined && !asked.has(stem) && /^\p{L}/u.test(word ?? '');
  };
  const clauses = sentence.split(CLAUSE_END).map(wordsIn);
  const pairs = clauses.flatMap((words) =>
    words.flatMap((word, at) => {
      const next = words[at + 1];
      const pair = `${word} ${next}`;
      return isTelling(word) && isTelling(next) && !isNegation(pair, language) ? [pair] : [];
    }),
  );
  return (
    longest(pairs) ??
    longest(clauses.flat().filter((word) => isTelling(word) && !isNegation(word, language))) ??
    ''
  );
}

const CLAUSE_END = /[,;:()—–]\s/;

const longest = (texts: readonly string[]): string | undefined =>
  texts.toSorted((a, b) => b.length - a.length)[0];

function freeId(telling: string, taken: Set<string>): string {
  const slug = (slugOf(telling) ?? 'point').slice(0, DECK_LIMITS.keyPointId - 2).replace(/-+$/, '');
  const id = taken.has(slug) ? `${slug}-${taken.size}` : slug;
  taken.add(id);
  return id;
}

const labelOf = (sentence: string): string =>
  sentence.replace(/\s+/g, ' ').replace(/[.!]$/, '').slice(0, DECK_LIMITS.label).trim();
