import { z } from 'zod';
import type { Localized } from '../../domain/language.ts';
import type { Question } from '../../domain/question.ts';
import { complaints } from '../issue.ts';
import { DECK_LIMITS } from '../limits.ts';
import { questionSchema } from '../schema.ts';
import { told } from '../words/index.ts';
import type { FileReading, Places, Skipped } from './reading.ts';

/** Something that may be a question, as it was found. */
export interface ImportedCandidate {
  readonly where: Localized;
  readonly value: unknown;
}

/** Takes the candidates that are whole questions with an id of their own, and says why not the others. */
export function takeQuestions(
  candidates: readonly ImportedCandidate[],
  explain: (error: z.ZodError, value: unknown) => Localized = complaints,
): Pick<FileReading, 'questions' | 'skipped' | 'warnings'> & { readonly places: Places } {
  const taken = new Map<string, Question>();
  const skipped: Skipped[] = [];
  const warnings: Skipped[] = [];
  const places = new Map<string, Localized>();
  for (const { where, value } of candidates.slice(0, DECK_LIMITS.questions)) {
    const stood = standIn(value);
    const result = questionSchema.safeParse(stood ?? value);
    if (!result.success) skipped.push({ where, why: explain(result.error, value) });
    else if (taken.has(result.data.id)) skipped.push({ where, why: twice(result.data.id) });
    else {
      taken.set(result.data.id, result.data);
      places.set(result.data.id, where);
      if (stood) warnings.push({ where, why: STOOD_IN });
    }
  }
  const left = [...skipped, ...beyondMost(candidates.length)];
  return { questions: [...taken.values()], skipped: left, warnings, places };
}

/** Other programs draw formulas everywhere and know no plain text: the LaTeX is better than nothing. */
function standIn(value: unknown): object | undefined {
  const found = lacksFormulaText.safeParse(value);
  if (!found.success) return undefined;
  return { ...found.data, formulaText: found.data.formula.replace(/\s+/g, ' ') };
}

const lacksFormulaText = z.looseObject({
  formula: z.string(),
  formulaText: z.undefined().optional(),
});

const STOOD_IN = told((words) => words.latexStandsIn);

const twice = (id: string): Localized => told((words) => words.idTwice(id));

/** That of so many only as many are taken as a deck may hold. */
export function beyondMost(count: number): readonly Skipped[] {
  const rest = count - DECK_LIMITS.questions;
  if (rest <= 0) return [];
  const why = told((words) => words.tooManyQuestions);
  return [{ where: told((words) => words.theLast(rest)), why, count: rest }];
}
