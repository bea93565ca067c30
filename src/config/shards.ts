/** Some of the connections into which a bot's servers on Discord are divided. */
export interface ShardSet {
  /** From 0, each once. */
  readonly ids: readonly number[];
  /** How many there are in all processes together. */
  readonly count: number;
}

/** A process with more would hold more servers than one can serve. */
const MOST = 10_000;

/** Reads `0,1/4`; undefined where it is written otherwise, or names a shard that there is not. */
export function readShards(written: string): ShardSet | undefined {
  const [, list, all] = /^(\d+(?:,\d+)*)\/(\d+)$/.exec(written.replaceAll(/\s/g, '')) ?? [];
  if (list === undefined) return undefined;
  const ids = [...new Set(list.split(',').map(Number))].toSorted((a, b) => a - b);
  const count = Number(all);
  const isThere = ids.every((id) => id < count) && count <= MOST;
  return isThere ? { ids, count } : undefined;
}
