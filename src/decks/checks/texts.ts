import type { Language } from '../../domain/language.ts';
import type { Question, QuestionText } from '../../domain/question.ts';
import { questionLanguages } from '../languages.ts';
import type { CheckFinding } from './finding.ts';

/** Runs a check on a question's text in each of its languages. */
export function eachText(
  question: Question,
  check: (text: QuestionText, language: Language) => readonly CheckFinding[],
): CheckFinding[] {
  return questionLanguages(question).flatMap((language) => {
    const text = question[language];
    return text === undefined ? [] : check(text, language);
  });
}

/** A piece of prose and where it stands. */
export interface Passage {
  readonly path: readonly PropertyKey[];
  readonly text: string;
}

/** Everything people will read of a question in one language. */
export function passagesOf(text: QuestionText, language: Language): Passage[] {
  const single = (['question', 'answer', 'formulaNote', 'misconception'] as const).flatMap(
    (key) => {
      const value = text[key];
      return value === undefined ? [] : [{ path: [language, key], text: value }];
    },
  );
  const options = (text.options ?? []).flatMap(({ text: option, why }, index) => {
    const path = [language, 'options', index];
    const reason = why === undefined ? [] : [{ path: [...path, 'why'], text: why }];
    return [{ path: [...path, 'text'], text: option }, ...reason];
  });
  const points = text.keyPoints.flatMap(({ label, phrasings }, index) => {
    const path = [language, 'keyPoints', index];
    const told = phrasings.map((phrasing, at) => ({
      path: [...path, 'phrasings', at],
      text: phrasing,
    }));
    return [{ path: [...path, 'label'], text: label }, ...told];
  });
  return [...single, ...options, ...points];
}
