import type { Language } from '../../domain/language.ts';
import type { Question, QuestionText } from '../../domain/question.ts';
import { countEn } from '../../i18n/plural.ts';
import { type CheckFinding, checkWarning } from './finding.ts';
import { eachText, passagesOf } from './texts.ts';

/** Words of an answer: shorter leaves the reason out, longer is not read. */
const ANSWER_WORDS = { min: 60, max: 120 };

/** Key points a question: what one answer of that length can say. */
const KEY_POINTS = { min: 3, max: 6 };

/** Phrasings a key point, beside its label: with fewer, people say it in words that are not found. */
const PHRASINGS = { min: 3, max: 8 };

/**
 * Characters that show whole and at a glance, everywhere: a question is also an embed's title on
 * Discord (256), a label a button's neighbour on a phone, a formula's text a picture's description.
 */
const CHARACTERS = {
  question: 250,
  answer: 2_000,
  misconception: 400,
  formulaNote: 300,
  label: 120,
  phrasings: 80,
} as const;

const FORMULA_TEXT = 200;

/** Whether there is enough of everything, and not too much. */
export function checkAmounts(question: Question): readonly CheckFinding[] {
  const { formulaText = '' } = question;
  return [
    ...(formulaText.length > FORMULA_TEXT
      ? [tooLong(['formulaText'], formulaText, FORMULA_TEXT)]
      : []),
    ...eachText(question, (text, language) => [
      ...answerWords(text, language),
      ...keyPoints(text, language),
      ...lengths(text, language),
    ]),
  ];
}

function answerWords({ answer, options }: QuestionText, language: Language): CheckFinding[] {
  if (answer === undefined || options) return [];
  const words = answer.split(/\s+/).length;
  if (words >= ANSWER_WORDS.min && words <= ANSWER_WORDS.max) return [];
  const fix = `write ${ANSWER_WORDS.min} to ${ANSWER_WORDS.max}`;
  return [
    checkWarning(
      [language, 'answer'],
      `\`${language}.answer\` has ${countEn(words, 'word', 'words')}`,
      fix,
    ),
  ];
}

function keyPoints(
  { answer, options, keyPoints }: QuestionText,
  language: Language,
): CheckFinding[] {
  if (answer === undefined || (options && keyPoints.length === 0)) return [];
  const path = [language, 'keyPoints'];
  return [
    ...count(path, KEY_POINTS, {
      ...{ found: keyPoints.length, who: `\`${language}\` has`, what: 'key point' },
    }),
    ...keyPoints.flatMap(({ id, phrasings }, index) =>
      count([...path, index, 'phrasings'], PHRASINGS, {
        found: phrasings.length,
        who: `the key point \`${id}\` in \`${language}\` has`,
        what: 'phrasing',
      }),
    ),
  ];
}

function count(
  path: readonly PropertyKey[],
  { min, max }: { readonly min: number; readonly max: number },
  { found, who, what }: { readonly found: number; readonly who: string; readonly what: string },
): CheckFinding[] {
  if (found >= min && found <= max) return [];
  return [
    checkWarning(path, `${who} ${countEn(found, what, `${what}s`)}`, `write ${min} to ${max}`),
  ];
}

function lengths(text: QuestionText, language: Language): CheckFinding[] {
  return passagesOf(text, language).flatMap((passage) => {
    const key = passage.path.findLast((part) => Object.hasOwn(CHARACTERS, part)) ?? 'answer';
    const max = CHARACTERS[key as keyof typeof CHARACTERS];
    return passage.text.length > max ? [tooLong(passage.path, passage.text, max)] : [];
  });
}

function tooLong(path: readonly PropertyKey[], text: string, max: number): CheckFinding {
  const problem = `\`${path.join('.')}\` has ${text.length} characters`;
  return checkWarning(path, problem, `keep it to ${max}, so that it shows whole everywhere`);
}
