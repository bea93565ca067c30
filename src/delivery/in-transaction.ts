import type { Context } from './context.ts';

/**
 * Does work in one transaction: the context that it is handed has the transaction for its database. What
 * the work enqueues there, and what it writes, exists exactly if the transaction commits.
 */
export async function inTransaction<T>(
  context: Context,
  work: (inside: Context) => Promise<T>,
): Promise<T> {
  return context.db.transaction().execute((tx) => work({ ...context, db: tx }));
}
