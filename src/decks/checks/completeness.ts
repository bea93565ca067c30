import type { Language } from '../../domain/language.ts';
import { type Deck, isToDiscuss, type Question, type QuestionText } from '../../domain/question.ts';
import { deckLanguages, questionLanguages } from '../languages.ts';
import { remedy } from '../words/index.ts';
import { checkError, type CheckFinding, checkWarning } from './finding.ts';
import { eachText } from './texts.ts';

/** Whether a question is whole: its languages agree, and nothing a reveal shows is missing. */
export function checkCompleteness(question: Question, deck: Deck): readonly CheckFinding[] {
  return [
    ...languages(question, deck),
    ...keyPointIds(question),
    ...answers(question),
    ...rightOptions(question),
    ...sources(question),
    ...eachText(question, (text, language) => parts(text, language, question)),
  ];
}

function languages(question: Question, deck: Deck): CheckFinding[] {
  const wanted = deckLanguages(deck);
  const present = questionLanguages(question);
  const missing = wanted.filter((language) => !present.includes(language));
  const extra = present.filter((language) => !wanted.includes(language));
  return [
    ...missing.map((language) =>
      checkError(
        [],
        remedy((words) => words.lacksLanguage(language)),
      ),
    ),
    ...extra.map((language) =>
      checkWarning(
        [language],
        `\`${language}\` is not a language of its deck`,
        `add it to the deck's title`,
      ),
    ),
  ];
}

/** Progress is kept by key point, so a point is the same point in every language. */
function keyPointIds(question: Question): CheckFinding[] {
  const [first = 'en', ...others] = questionLanguages(question);
  const idsOf = (language: Language | undefined): string =>
    (language && question[language]?.keyPoints.map(({ id }) => id).join(', ')) ?? '';
  const differing = others.filter((language) => idsOf(language) !== idsOf(first));
  const ids = idsOf(first);
  return differing.map((language) =>
    checkError(
      [language, 'keyPoints'],
      remedy((words) => words.otherPoints({ language, first, ids })),
    ),
  );
}

/** A choice is kept by the option's place, so an option is the same one in every language. */
function rightOptions(question: Question): CheckFinding[] {
  const [first = 'en', ...others] = questionLanguages(question);
  const placesOf = (language: Language | undefined): string =>
    JSON.stringify(language && question[language]?.options?.map(({ right }) => right ?? false));
  return others
    .filter((language) => placesOf(language) !== placesOf(first))
    .map((language) =>
      checkError(
        [language, 'options'],
        remedy((words) => words.otherOptions({ language, first })),
      ),
    );
}

/** A round is held in one language, so that each of them is compared or discussed alike. */
function answers(question: Question): CheckFinding[] {
  const isAnswered = questionLanguages(question).some((one) => question[one]?.answer !== undefined);
  if (!isAnswered) return [];
  const without = questionLanguages(question).filter(
    (language) => question[language]?.answer === undefined,
  );
  return without.map((language) =>
    checkError(
      [language],
      remedy((words) => words.lacksAnswer(language)),
    ),
  );
}

function sources(question: Question): CheckFinding[] {
  if (question.sources.length > 0 || isToDiscuss(question)) return [];
  return [checkWarning([], 'has no `sources`', 'add one that a reader can open')];
}

function parts(text: QuestionText, language: Language, question: Question): CheckFinding[] {
  const findings: CheckFinding[] = [];
  const unexplained = text.options?.find(({ right, why }) => !right && why === undefined);
  if (unexplained) {
    const problem = `\`${language}.options\` does not say why "${unexplained.text}" is wrong`;
    findings.push(checkWarning([language, 'options'], problem, 'add `why`'));
  }
  if (text.misconception === undefined && text.answer !== undefined) {
    const fix = 'add a common wrong belief and what is true instead';
    findings.push(checkWarning([language], `\`${language}.misconception\` is missing`, fix));
  }
  if (question.formula !== undefined && text.formulaNote === undefined) {
    const fix = "say what the formula's letters mean";
    findings.push(checkWarning([language], `\`${language}.formulaNote\` is missing`, fix));
  }
  return findings;
}
