import type { Question } from '../../domain/question.ts';
import { error, type Finding } from './finding.ts';

/** Whether a formula can be drawn. */
export type FormulaCheck = (
  latex: string,
) => Promise<{ readonly ok: true } | { readonly ok: false; readonly reason: string }>;

export async function checkFormula({ formula }: Question, check: FormulaCheck): Promise<Finding[]> {
  if (formula === undefined) return [];
  const outcome = await check(formula);
  if (outcome.ok) return [];
  return [error(['formula'], `\`formula\` cannot be drawn: ${outcome.reason}`, 'mend the LaTeX')];
}
