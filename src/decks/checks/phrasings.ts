import type { Language } from '../../domain/language.ts';
import type { KeyPoint, Question, QuestionText } from '../../domain/question.ts';
import { createStemmer, sameStem, type Stemmer } from '../../domain/text/stems.ts';
import { type CheckFinding, checkWarning } from './finding.ts';
import { eachText } from './texts.ts';

/** Words that carry meaning in the shortest phrasing: people name a point before they explain it. */
const SHORT = 2;

/** Words that turn a statement into its opposite while its other words stay the same. */
const NEGATION: Record<Language, RegExp> = {
  en: /(?<!\p{L})(?:not?|never|none|nothing|neither|nor|without|cannot|\p{L}+n['’]t)(?!\p{L})/iu,
  ru: /(?<!\p{L})(?:не|нет|ни|без|нельзя|никогда|ничего|никто|нету|никак(?:ой|ого|ую|их))(?!\p{L})/iu,
};

/** Words that add to a statement instead of denying it. */
const NOT_ONLY: Record<Language, RegExp> = {
  en: /(?<!\p{L})not (?:only|just)(?!\p{L})/giu,
  ru: /(?<!\p{L})не (?:только|лишь)(?!\p{L})/giu,
};

/** A key point, where it stands, and what is needed to read it. */
interface Reading {
  readonly point: KeyPoint;
  readonly path: readonly PropertyKey[];
  readonly language: Language;
  readonly stems: Stemmer;
}

/** Whether key points are worded as people say them, so that a comparison of words finds them. */
export function checkPhrasings(question: Question): readonly CheckFinding[] {
  return eachText(question, (text, language) => {
    const stems = createStemmer(language);
    return text.keyPoints.flatMap((point, index) => {
      const reading = { point, path: [language, 'keyPoints', index], language, stems };
      return [
        ...noneShort(reading),
        ...questionWords(reading, text),
        ...negations(reading),
        ...alsoElsewhere(reading, text),
      ];
    });
  });
}

function noneShort({ point, path, language, stems }: Reading): CheckFinding[] {
  const isShort = (phrasing: string): boolean => {
    const words = new Set(stems(phrasing)).size;
    return words > 0 && words <= SHORT;
  };
  if ([point.label, ...point.phrasings].some(isShort)) return [];
  const problem = `every phrasing of the key point \`${point.id}\` in \`${language}\` has more than two words that carry meaning`;
  const fix = 'add the shortest way people say it, such as "early stopping"';
  return [checkWarning([...path, 'phrasings'], problem, fix)];
}

/** Whoever copies the question would be credited with such a phrasing. */
function questionWords(
  { point, path, stems }: Reading,
  { question }: QuestionText,
): CheckFinding[] {
  const asked = stems(question);
  const isAsked = (word: string): boolean => asked.some((other) => sameStem(word, other));
  return phrasingsOf(point, path).flatMap(({ phrasing, at }) => {
    if (!stems(phrasing).every(isAsked)) return [];
    const problem = `"${phrasing}" has no word that the question does not have`;
    return [checkWarning(at, problem, 'say it in words of the answer, or leave it out')];
  });
}

/** Whether a phrasing says by a negation what it says. */
export const isNegation = (phrasing: string, language: Language): boolean =>
  NEGATION[language].test(phrasing.replaceAll(NOT_ONLY[language], ''));

/** A label is read by people, and may deny; a phrasing is compared, and would credit the opposite. */
function negations({ point, path, language }: Reading): CheckFinding[] {
  return phrasingsOf(point, path).flatMap(({ phrasing, at }) => {
    if (!isNegation(phrasing, language)) return [];
    const problem = `"${phrasing}" hangs on a negation: without it the words say the opposite`;
    const fix =
      'say it positively, such as "frozen" for "not changed"; the label may say it the other way';
    return [checkWarning(at, problem, fix)];
  });
}

/** Of two key points, each has to be told by words that the other does not hold. */
function alsoElsewhere(
  { point, path, stems }: Reading,
  { keyPoints }: QuestionText,
): CheckFinding[] {
  const others = keyPoints
    .filter((other) => other !== point)
    .flatMap(({ id, label, phrasings }) =>
      [label, ...phrasings].map((told) => ({ id, told, words: stems(told) })),
    );
  return phrasingsOf(point, path).flatMap(({ phrasing, at }) => {
    const words = stems(phrasing);
    const holds = (other: readonly string[]): boolean =>
      words.every((word) => other.some((each) => sameStem(word, each)));
    const other = words.length > 0 ? others.find(({ words }) => holds(words)) : undefined;
    if (other === undefined) return [];
    const problem = `"${phrasing}" is part of "${other.told}", so whoever says that of \`${other.id}\` is credited with \`${point.id}\` too`;
    return [checkWarning(at, problem, 'name what only this key point says')];
  });
}

const phrasingsOf = ({ phrasings }: KeyPoint, path: readonly PropertyKey[]) =>
  phrasings.map((phrasing, index) => ({ phrasing, at: [...path, 'phrasings', index] }));
