/** Sorted by a number, the largest first; what has the same number keeps its order. */
export function descending<T>(items: readonly T[], number: (item: T) => number): readonly T[] {
  const keyed = items.map((item) => ({ item, key: number(item) }));
  return keyed.toSorted((a, b) => b.key - a.key).map(({ item }) => item);
}
