/** What a process hears of Discord. */
export interface HeardShards {
  /** Empty where it hears all, however many there are. */
  readonly ids: readonly number[];
  /** How many there are in all processes together, as its settings say; null where it hears all. */
  readonly count: number | null;
}

/** How the shards of processes do not fit together. */
export type ShardFault =
  /** Servers belong to other shards in each division, so some are heard twice and some by nobody. */
  | { readonly type: 'counts-differ'; readonly counts: readonly number[] }
  | { readonly type: 'unheard'; readonly ids: readonly number[]; readonly count: number }
  /** Costs work and harms nothing: what comes twice counts once. */
  | { readonly type: 'heard-twice'; readonly ids: readonly number[] }
  | { readonly type: 'all-beside-others' };

export function findShardFaults(processes: readonly HeardShards[]): readonly ShardFault[] {
  const counts = [...new Set(processes.flatMap(({ count }) => count ?? []))].toSorted(upwards);
  const [count, ...others] = counts;
  if (others.length > 0) return [{ type: 'counts-differ', counts }];
  if (processes.some((one) => one.count === null)) {
    return processes.length > 1 ? [{ type: 'all-beside-others' }] : [];
  }
  return count === undefined ? [] : ofOneDivision(processes, count);
}

function ofOneDivision(processes: readonly HeardShards[], count: number): readonly ShardFault[] {
  const heard = processes.flatMap(({ ids }) => ids);
  const twice = [...new Set(heard.filter((id, index) => heard.indexOf(id) !== index))];
  const all = Array.from({ length: count }, (_, id) => id);
  const unheard = all.filter((id) => !heard.includes(id));
  return [
    ...(unheard.length > 0 ? [{ type: 'unheard', ids: unheard, count } as const] : []),
    ...(twice.length > 0 ? [{ type: 'heard-twice', ids: twice.toSorted(upwards) } as const] : []),
  ];
}

const upwards = (a: number, b: number): number => a - b;
