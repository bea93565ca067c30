import { deckFolders } from '../../../decks/deck-folders.ts';
import { questionLanguages } from '../../../decks/languages.ts';
import { readDeck } from '../../../decks/read-deck.ts';
import { readDecks, textsIn } from '../../../decks/read-decks.ts';
import { type CompiledRubric, compileRubric } from '../../../domain/feedback/compile-rubric.ts';
import { giveFeedback } from '../../../domain/feedback/feedback.ts';
import { createLexicon } from '../../../domain/feedback/lexicon.ts';
import type { Language } from '../../../domain/language.ts';
import { isToDiscuss, type Question, type QuestionText } from '../../../domain/question.ts';
import { guessLanguage } from '../../../domain/text/guess-language.ts';
import type { Operator } from '../../shared/cli/operator.ts';
import { OperatorError } from '../../shared/cli/output.ts';
import { deckWords } from '../words/index.ts';
import { deckFolder } from './deck-folder.ts';
import { feedbackText } from './feedback-text.ts';
import { typedAnswers } from './typed-answers.ts';

interface Options {
  /** Where left out, every deck that comes with the program is looked through. */
  readonly deck?: string;
  readonly language?: Language;
}

/** A question in one language, ready to be compared with answers. */
interface Trial {
  readonly language: Language;
  readonly text: QuestionText;
  readonly rubric: CompiledRubric;
}

/** `deck try`: of files alone, so that an author sees what a change of them does. */
export async function tryQuestion(
  operator: Operator,
  id: string,
  { deck, language }: Options,
): Promise<void> {
  const question = await readQuestion(operator, id, deck);
  const trials = await prepare(operator, question, language);
  const [first] = trials;
  if (!first) throw new OperatorError(`${id} is not written in ${language ?? 'any language'}.`);
  const { stdin } = operator.terminal;
  const isTerminal = stdin.isTTY === true;
  if (isTerminal) for (const { language, text } of trials) operator.print(prompt(text, language));
  for await (const answer of typedAnswers(stdin, isTerminal)) {
    const written = guessLanguage(answer);
    const { language, text, rubric } = trials.find((one) => one.language === written) ?? first;
    operator.print(feedbackText(giveFeedback(rubric, language, answer), text.keyPoints, language));
  }
}

async function readQuestion(
  operator: Operator,
  id: string,
  given: string | undefined,
): Promise<Question> {
  const folders =
    given === undefined
      ? await deckFolders(operator.shippedDecks)
      : [await deckFolder(operator, given)];
  const where = folders.join(' and ');
  const decks = (await Promise.all(folders.map(readDeck))).flatMap(({ deck }) => deck ?? []);
  const check = given === undefined ? 'deck check' : `deck check ${given}`;
  if (decks.length === 0) throw new OperatorError(`There is no deck in ${where}. See: ${check}`);
  const question = decks.flatMap(({ questions }) => questions).find((one) => one.id === id);
  if (!question) throw new OperatorError(`There is no question ${id} in ${where}. See: ${check}`);
  if (isToDiscuss(question)) {
    throw new OperatorError(`${id} is a question to discuss: it has no reference answer.`);
  }
  return question;
}

/** The question in each of its languages, or in the one that is asked for. */
async function prepare(
  { shippedDecks }: Operator,
  question: Question,
  only: Language | undefined,
): Promise<readonly Trial[]> {
  const languages = questionLanguages(question).filter((one) => only === undefined || one === only);
  const decks = await readDecks(shippedDecks);
  return languages.flatMap((language) => {
    const text = question[language];
    const lexicon = createLexicon(textsIn(decks, language));
    return text ? [{ language, text, rubric: compileRubric(text, lexicon) }] : [];
  });
}

const prompt = ({ question }: QuestionText, language: Language): string =>
  `${question}\n${deckWords(language).tryAnswer.ask}\n`;
