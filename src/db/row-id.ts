/** The most that a column of the type `integer` holds; PostgreSQL fails a query that asks for more. */
const MOST = 2 ** 31 - 1;

/** Whether this may be a row's id: numbers from outside, such as a button's, need not be. */
export function isRowId(id: number): boolean {
  return Number.isInteger(id) && id > 0 && id <= MOST;
}
