import { percentText } from '../../../i18n/percent.ts';
import { countEn } from '../../../i18n/plural.ts';
import type { Operator } from '../../shared/cli/operator.ts';
import { deckStats, type QuestionStats } from '../deck-stats.ts';
import { ownerOf, type OwnerOptions } from './deck-owner.ts';
import { noDeck } from './deck-stored.ts';

/** `deck stats`. */
export async function printStats(
  operator: Operator,
  name: string,
  { json, ...owner }: { readonly json?: true } & OwnerOptions,
): Promise<void> {
  const questions = await operator.runWithDecks(async ({ context }) =>
    deckStats(context, name, await ownerOf(context, owner)),
  );
  if (!questions) throw noDeck(name);
  if (json) return operator.printJson({ deck: name, questions });
  const answered = questions.filter(({ answers }) => answers > 0);
  const asked = questions.filter((one) => one.asked > 0).length;
  if (asked + answered.length === 0) return operator.print(`${name}: nothing was asked yet.`);
  const heading = `${name}: ${countEn(questions.length, 'question', 'questions')}, ${asked} asked, ${answered.length} answered`;
  const worstFirst = answered.toSorted((one, other) => weakest(one) - weakest(other));
  operator.print([heading, ...worstFirst.map(questionText)].join('\n\n'));
}

/** The share of answers that cover the point that fewest cover. */
const weakest = ({ answers, points }: QuestionStats): number =>
  Math.min(...points.map(({ covered }) => covered / answers));

function questionText({ question, asked, answers, points }: QuestionStats): string {
  const counted = `asked ${countEn(asked, 'time', 'times')}, ${countEn(answers, 'answer', 'answers')}`;
  const lines = points.map(({ id, covered, partly, contested }) => {
    const share = percentText(covered / answers, 'en').padStart(5);
    const more = partly > 0 ? `, ${partly} more in part` : '';
    const told = contested > 0 ? `, contested by ${contested}` : '';
    return `${share}  ${id}${more}${told}`;
  });
  return [`${question}: ${counted}`, ...lines].join('\n');
}
