import { complaints } from '../issue.ts';
import { LIMITS } from '../limits.ts';
import { questionSchema } from '../schema.ts';
import type { Question } from '../../domain/question.ts';
import type { Reading, Skipped } from './reading.ts';

/** Something that may be a question, as it was found. */
export interface Candidate {
  readonly where: string;
  readonly value: unknown;
}

/** Takes the candidates that are whole questions with an id of their own, and says why not the others. */
export function takeQuestions(
  candidates: readonly Candidate[],
): Pick<Reading, 'questions' | 'skipped'> {
  const taken = new Map<string, Question>();
  const skipped: Skipped[] = [];
  for (const { where, value } of candidates.slice(0, LIMITS.questions)) {
    const result = questionSchema.safeParse(value);
    if (!result.success) skipped.push({ where, why: complaints(result.error) });
    else if (taken.has(result.data.id)) skipped.push({ where, why: twice(result.data.id) });
    else taken.set(result.data.id, result.data);
  }
  return { questions: [...taken.values()], skipped: [...skipped, ...beyond(candidates.length)] };
}

const twice = (id: string): string => `another question before it has the id ${id}`;

function beyond(count: number): Skipped[] {
  const rest = count - LIMITS.questions;
  if (rest <= 0) return [];
  return [{ where: `the last ${rest}`, why: `a deck holds at most ${LIMITS.questions} questions` }];
}
