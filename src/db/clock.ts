import { type AliasableExpression, sql } from 'kysely';
import type { Db } from './connect.ts';

/** Where instants come from. Deadlines and due times are compared with nothing else. */
export interface Clock {
  now(db: Db): Promise<Date>;
  /** The same within a statement, which spares the one that asks. */
  instant(): AliasableExpression<Date>;
}

/**
 * The database's clock, so that replicas agree whatever their own clocks say. Inside a transaction
 * it still moves: a claim and the deadline it writes are read once and passed on.
 */
export const databaseClock: Clock = {
  async now(db) {
    const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db);
    const [row] = rows;
    if (!row) throw new Error('the database did not tell the time');
    return row.now;
  },
  // In a query of its own, which is made once a statement; as exact as a `Date` is.
  instant: () => sql<Date>`(select date_trunc('milliseconds', clock_timestamp()))`,
};
