import { createHash } from 'node:crypto';
import { sql } from 'kysely';

const MARK = '/* prepared */';

/**
 * Stands at the head of a statement that is made so often, and is so large, that each session of the server
 * is to keep its plan: to plan an answer takes three times as long as to carry it out. Only for statements
 * of a few shapes, since every shape is kept, that name the columns they return, since a plan outlives a
 * migration. PostgreSQL keeps no plan of a statement whose limit or list of ids is a parameter: it does not know how
 * many rows that will mean, and plans each time.
 */
export const prepared = sql.raw(MARK);

/** The name under which a session keeps a statement; undefined for one that is planned each time. */
export function preparedName(text: string): string | undefined {
  const isMarked = text.slice(0, 'select '.length + MARK.length).includes(MARK);
  return isMarked ? createHash('sha1').update(text).digest('hex') : undefined;
}
