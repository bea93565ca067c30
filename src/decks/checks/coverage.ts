import type { Language } from '../../domain/language.ts';
import type { KeyPoint, Question, QuestionText } from '../../domain/question.ts';
import { contentStems, sameStem } from '../../domain/text/stems.ts';
import { type CheckFinding, checkWarning } from './finding.ts';
import { eachText } from './texts.ts';

/** The share of a sentence's words that a key point must hold to claim it. */
const CLAIM = 0.25;

/** Two words in common are no accident, whatever their share. */
const CLAIM_WORDS = 2;

/**
 * Sentences of the answer that no key point claims. A member who writes just that gets no credit
 * for it, although the answer itself says it.
 */
export function checkCoverage(question: Question): readonly CheckFinding[] {
  return eachText(question, (text, language) => {
    const points = text.keyPoints.map((point) => wordsOf(point, language));
    if (points.length === 0) return [];
    return sentencesOf(text, language)
      .filter((sentence) => !isClaimed(sentence, points, language))
      .map((sentence) => unclaimed(sentence, language));
  });
}

function wordsOf({ label, phrasings }: KeyPoint, language: Language): string[] {
  return contentStems([label, ...phrasings].join(' '), language);
}

export function sentencesOf({ answer = '' }: QuestionText, language: Language): string[] {
  const segments = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(answer);
  return [...segments].map(({ segment }) => segment.trim()).filter((sentence) => sentence !== '');
}

function isClaimed(
  sentence: string,
  points: readonly (readonly string[])[],
  language: Language,
): boolean {
  const words = [...new Set(contentStems(sentence, language))].filter(isWord);
  return words.length === 0 || points.some((point) => claims(point, words));
}

/** An example's numbers are not what a key point is about. */
const isWord = (stem: string): boolean => /\p{L}/u.test(stem);

function claims(point: readonly string[], words: readonly string[]): boolean {
  const shared = words.filter((word) => point.some((stem) => sameStem(word, stem))).length;
  return shared >= CLAIM_WORDS || shared >= words.length * CLAIM;
}

/** Words of a sentence by which it is found. */
const SHOWN_WORDS = 8;

function unclaimed(sentence: string, language: Language): CheckFinding {
  const words = sentence.split(/\s+/);
  const start = words.length > SHOWN_WORDS ? `${words.slice(0, SHOWN_WORDS).join(' ')}…` : sentence;
  const problem = `no key point claims the sentence "${start}"`;
  return checkWarning(
    [language, 'answer'],
    problem,
    'add a key point or a phrasing for it, or leave it out',
  );
}
