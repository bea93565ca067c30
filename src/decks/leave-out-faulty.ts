import type { Deck } from '../domain/question.ts';
import { type CheckOptions, deckErrors } from './check-deck.ts';
import type { Fault } from './fault.ts';
import type { Skipped } from './formats/reading.ts';
import { told, untranslated } from './words/index.ts';

/** The deck without the questions that a round would stumble over, and why each of these is left out. */
export async function leaveOutFaulty(
  deck: Deck,
  options: CheckOptions,
): Promise<{ readonly deck: Deck; readonly skipped: readonly Skipped[] }> {
  const errors = await deckErrors(deck, options);
  const faulty = new Set(errors.map(({ question }) => question));
  const questions = deck.questions.filter(({ id }) => !faulty.has(id));
  const tell = options.locate === undefined ? skippedById : skippedFor;
  return { deck: { ...deck, questions }, skipped: errors.map(tell) };
}

/** Told by the file's line. */
export const skippedFor = ({ file, line, problem, fix }: Fault): Skipped => ({
  where: untranslated(line === undefined ? file : `${file}:${line}`),
  why: untranslated(`${problem} (${fix})`),
});

const skippedById = ({ question = '', problem, fix }: Fault): Skipped => ({
  where: told((words) => words.questionOf(question)),
  why: untranslated(`${problem} (${fix})`),
});
