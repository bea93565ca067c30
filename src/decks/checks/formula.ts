import type { Question } from '../../domain/question.ts';
import { remedy } from '../words/index.ts';
import { checkError, type CheckFinding } from './finding.ts';

/** Whether a formula can be drawn. */
export type FormulaCheck = (
  latex: string,
) => Promise<{ readonly ok: true } | { readonly ok: false; readonly reason: string }>;

export async function checkFormula(
  { formula }: Question,
  check: FormulaCheck,
): Promise<CheckFinding[]> {
  if (formula === undefined) return [];
  const outcome = await check(formula);
  if (outcome.ok) return [];
  return [
    checkError(
      ['formula'],
      remedy((words) => words.notDrawn(outcome.reason)),
    ),
  ];
}
