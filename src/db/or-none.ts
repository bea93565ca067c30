/** No row has this id. */
const NONE = -1;

/** Ids for an `in` or `not in` of SQL, which has no empty list: of none, it finds no row or leaves none out. */
export const orNone = (ids: readonly number[]): readonly number[] => [NONE, ...ids];
