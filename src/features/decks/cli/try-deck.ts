import { readDeck } from '../../../decks/read-deck.ts';
import { countEn } from '../../../i18n/plural.ts';
import type { Operator } from '../../shared/cli/operator.ts';
import { OperatorError } from '../../shared/cli/output.ts';
import { deckTrial, type QuestionTrial } from '../deck-trial.ts';
import { deckFolder } from './deck-folder.ts';
import { ownerOf, type OwnerOptions } from './deck-owner.ts';

/** `deck trial`. */
export async function tryDeck(
  operator: Operator,
  given: string,
  { json, ...owner }: { readonly json?: true } & OwnerOptions,
): Promise<void> {
  const folder = await deckFolder(operator, given);
  const { deck } = await readDeck(folder);
  if (!deck) throw new OperatorError(`There is no deck in ${folder}. See: deck check ${folder}`);
  const questions = await operator.runWithDecks(async ({ context }) =>
    deckTrial(context, deck, await ownerOf(context, owner)),
  );
  if (!questions) throw notStored(deck.name, folder);
  if (json) return operator.printJson({ deck: deck.name, questions });
  const heading = `${deck.name}: ${countEn(questions.length, 'question', 'questions')} with other words than the stored deck’s`;
  operator.print([heading, ...questions.map(questionText)].join('\n\n'));
}

const notStored = (name: string, folder: string): OperatorError =>
  new OperatorError(
    `No deck ${name} is stored, so nobody has answered it. Take it in first: deck import ${folder}`,
  );

function questionText({ question, answers, points }: QuestionTrial): string {
  const nothing = points.length === 0 ? ', nothing would change' : '';
  const lines = points.flatMap(({ id, before, after, gained, lost }) => [
    `  ${id}: covered by ${before}, would be by ${after}`,
    ...shown('+', gained),
    ...shown('-', lost),
  ]);
  return [`${question}: ${countEn(answers, 'answer', 'answers')}${nothing}`, ...lines].join('\n');
}

/** Quotations of a kind: a few show what the words do. */
const MOST_SHOWN = 5;
const LONGEST_SHOWN = 200;

function shown(sign: string, words: readonly string[]): readonly string[] {
  const more = words.length - MOST_SHOWN;
  return [
    ...words.slice(0, MOST_SHOWN).map((one) => `    ${sign} ${one.slice(0, LONGEST_SHOWN)}`),
    ...(more > 0 ? [`    ${sign} and ${more} more: see --json`] : []),
  ];
}
