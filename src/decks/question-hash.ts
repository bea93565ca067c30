import { createHash } from 'node:crypto';
import type { Question } from '../domain/question.ts';

/**
 * Names a question's content: equal for equal questions, whatever the order of their keys, and another
 * once one of its texts changes. Hexadecimal, 64 characters.
 */
export function questionHash(question: Question): string {
  return createHash('sha256')
    .update(JSON.stringify(canonical(question)))
    .digest('hex');
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, canonical(part)]);
}
