import { z } from 'zod';
import { complaints } from '../../../decks/issue.ts';
import type { Feedback } from '../../../domain/feedback/feedback.ts';
import type { Rubric } from '../../../domain/feedback/lexicon.ts';
import { type Language, LANGUAGES } from '../../../domain/language.ts';

/** An answer, and what it is to be matched with. */
export interface Line {
  readonly rubric: Rubric;
  readonly language: Language;
  readonly answer: string;
}

export type LineReading =
  { readonly ok: true; readonly line: Line } | { readonly ok: false; readonly problem: string };

const schema = z.object({
  question: z.string(),
  referenceAnswer: z.string(),
  keyPoints: z.array(
    z.object({ id: z.string(), label: z.string(), phrasings: z.array(z.string()).default([]) }),
  ),
  need: z
    .number()
    .refine((need) => Number.isInteger(need) && need > 0, {
      error: 'is not a whole number above 0',
      params: { fix: 'leave it out where every key point counts' },
    })
    .exactOptional(),
  language: z.enum(LANGUAGES),
  answer: z.string(),
});

export function readLine(written: string): LineReading {
  const value = parseJson(written);
  if (!isObject(value)) return { ok: false, problem: 'is not a JSON object' };
  const { success, data, error } = schema.safeParse(value);
  if (!success) return { ok: false, problem: complaints(error).en };
  const { question, referenceAnswer, keyPoints, need, language, answer } = data;
  const needed = need === undefined ? {} : { need };
  const rubric = { question, answer: referenceAnswer, keyPoints, ...needed };
  return { ok: true, line: { rubric, language, answer } };
}

function parseJson(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** As many places as a person can tell apart; cut rather than rounded, so that no verdict's bound is passed. */
const PLACES = 1_000;

const cut = (value: number): number => Math.floor(value * PLACES) / PLACES;

export function writeLine({ points, coverage, flags }: Feedback): string {
  const cutPoints = points.map((point) => ({ ...point, score: cut(point.score) }));
  return JSON.stringify({ points: cutPoints, coverage: cut(coverage), flags });
}
