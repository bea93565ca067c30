import type { Language } from '../../domain/language.ts';
import type { Question, QuestionText } from '../../domain/question.ts';
import { type CheckFinding, checkWarning } from './finding.ts';
import { eachText, type Passage, passagesOf } from './texts.ts';

/** Words that promise more than a technique holds. */
const PROMISES: Record<Language, RegExp> = {
  en: /\b(ensur|guarante|prevent)\w*/iu,
  ru: /(?<!\p{L})(обеспеч|гарантир|предотвра)\p{L}*/iu,
};

/** A letter of one script beside one of the other: most often a look-alike of the keyboard's other half. */
const MIXED = /\p{Script=Latin}\p{Script=Cyrillic}|\p{Script=Cyrillic}\p{Script=Latin}/u;

/** Markup beyond `code`, **bold** and *italic* shows as it is written. */
const MARKUP = /^#{1,6} |^> |^```|\]\(https?:|<\/?[a-z]+>|\\[a-z]{2,}|\$[^$\s][^$]*\$/mu;

/** What a careful editor would mark: empty promises, look-alike letters, markup that shows. */
export function checkWording(question: Question): readonly CheckFinding[] {
  return eachText(question, (text, language) => [
    ...promises(text, language),
    ...passagesOf(text, language).flatMap((passage) => [
      ...letters(passage, language),
      ...markup(passage),
    ]),
    ...repeatedPhrasings(text, language),
  ]);
}

function promises(text: QuestionText, language: Language): CheckFinding[] {
  const word = PROMISES[language].exec(text.answer ?? '')?.[0];
  if (word === undefined) return [];
  const fix = 'say what it does and how far: reduces, often, usually';
  return [
    checkWarning([language, 'answer'], `\`${language}.answer\` promises too much: "${word}"`, fix),
  ];
}

function letters({ path, text }: Passage, language: Language): CheckFinding[] {
  const word = text.split(/\s+/).find((part) => MIXED.test(part));
  const name = `\`${path.join('.')}\``;
  if (word !== undefined) {
    const problem = `${name} mixes Latin and Cyrillic letters in "${word}"`;
    return [
      checkWarning(path, problem, 'type the word anew in one alphabet, or put a hyphen between'),
    ];
  }
  const foreign = language === 'en' ? /\p{Script=Cyrillic}+/u.exec(text)?.[0] : undefined;
  if (foreign === undefined) return [];
  return [checkWarning(path, `${name} holds Cyrillic: "${foreign}"`, 'write it in English')];
}

function markup({ path, text }: Passage): CheckFinding[] {
  const found = MARKUP.exec(text)?.[0];
  if (found === undefined) return [];
  const problem = `\`${path.join('.')}\` holds markup that shows as it is: "${found.trim()}"`;
  return [checkWarning(path, problem, 'use only `code`, **bold** and *italic*')];
}

function repeatedPhrasings({ keyPoints }: QuestionText, language: Language): CheckFinding[] {
  return keyPoints.flatMap(({ id, label, phrasings }, index) => {
    const all = [label, ...phrasings].map((phrasing) => phrasing.toLowerCase());
    const repeated = all.findIndex((phrasing, at) => all.indexOf(phrasing) !== at);
    if (repeated < 0) return [];
    const path = [language, 'keyPoints', index, 'phrasings', repeated - 1];
    return [
      checkWarning(path, `the key point \`${id}\` says "${all[repeated]}" twice`, 'remove one'),
    ];
  });
}
