import type { Localized } from '../domain/language.ts';
import type { Deck } from '../domain/question.ts';
import { type CheckOptions, deckErrors } from './check-deck.ts';
import type { Fault } from './fault.ts';
import type { Places, Skipped } from './formats/reading.ts';
import { told, untranslated } from './words/index.ts';

/** The deck without the questions that a round would stumble over, and why each of these is left out. */
export async function leaveOutFaulty(
  deck: Deck,
  { places = new Map(), ...options }: CheckOptions & { readonly places?: Places | undefined },
): Promise<{ readonly deck: Deck; readonly skipped: readonly Skipped[] }> {
  const errors = await deckErrors(deck, options);
  const faulty = new Set(errors.map(({ question }) => question));
  const questions = deck.questions.filter(({ id }) => !faulty.has(id));
  const tell = options.locate === undefined ? skippedIn(places) : skippedFor;
  return { deck: { ...deck, questions }, skipped: errors.map(tell) };
}

/** Told by the file's line. */
export const skippedFor = ({ file, line, ...fault }: Fault): Skipped => ({
  where: untranslated(line === undefined ? file : `${file}:${line}`),
  why: whyOf(fault),
});

/** Told by where the question stands in its file, if that is known. */
const skippedIn =
  (places: Places) =>
  ({ question = '', ...fault }: Fault): Skipped => ({
    where: places.get(question) ?? told((words) => words.questionOf(question)),
    why: whyOf(fault),
  });

function whyOf({ problem, fix, remedy }: Pick<Fault, 'problem' | 'fix' | 'remedy'>): Localized {
  if (!remedy) return untranslated(`${problem} (${fix})`);
  return told((_words, language) => `${remedy.problem[language]} (${remedy.fix[language]})`);
}
