/** One of several things that are looked through one at a time. */
export interface Page<T> {
  readonly item: T;
  /** From 1. */
  readonly place: number;
  readonly total: number;
  /** Ids of its neighbours. */
  readonly previous?: number;
  readonly next?: number;
}

/**
 * The item with this id; where it is gone, the one after it, or the last. Undefined where there is
 * none at all. Items stand in the order of their ids.
 */
export function pageAt<T extends { readonly id: number }>(
  items: readonly T[],
  id = 0,
): Page<T> | undefined {
  const found = items.findIndex((item) => item.id >= id);
  const index = found === -1 ? items.length - 1 : found;
  const item = items[index];
  if (!item) return undefined;
  const [previous, next] = [items[index - 1], items[index + 1]];
  return {
    item,
    place: index + 1,
    total: items.length,
    ...(previous && { previous: previous.id }),
    ...(next && { next: next.id }),
  };
}
