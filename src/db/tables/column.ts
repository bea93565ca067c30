import type { ColumnType, JSONColumnType } from 'kysely';

/** Written as text, read as what it holds. */
export type Json<T extends object | null> = JSONColumnType<T, string, string>;

export type MaybeJson<T extends object> = ColumnType<
  T | null,
  string | null | undefined,
  string | null
>;

/** Null in the database; may be left out where a row is made. */
export type Maybe<T> = ColumnType<T | null, T | null | undefined, T | null>;
