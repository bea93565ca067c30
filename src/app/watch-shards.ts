import type { Logger } from 'pino';
import type { HeardShards } from '../domain/shards.ts';
import type { Finding } from './doctor/finding.ts';
import { shardFindings } from './doctor/look-at-shards.ts';

/**
 * Says once where the shards of the processes do not fit together, as soon as it was so at two looks in a row:
 * of processes that are started or stopped together, one is always the first.
 */
export function createShardWatch(
  own: HeardShards | undefined,
  log: Logger,
): (others: readonly HeardShards[]) => void {
  let before: string | undefined;
  let told: string | undefined;
  return (others) => {
    if (!own) return;
    const found = shardFindings([own, ...others]);
    const says = found.map((one) => one.says).join(' ');
    if (says === before && says !== told) {
      for (const one of found) tell(log, one);
      told = says;
    }
    before = says;
  };
}

function tell(log: Logger, { check, standing, says }: Finding): void {
  log[standing === 'fault' ? 'error' : 'warn']({ check }, says);
}
