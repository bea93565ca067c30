import { shardsSince } from '../../db/processes.ts';
import { findShardFaults, type HeardShards, type ShardFault } from '../../domain/shards.ts';
import type { TrackLook } from '../open-look.ts';
import { fault, type Finding, type Findings, warning } from './finding.ts';

/** A process says every five seconds that it runs. One that was killed is not to be taken for one that runs. */
const FRESH_MS = 7_000;

/** Whether the processes that run hear each of Discord's shards once. */
export async function* lookAtShards({ db, clock }: TrackLook): Findings {
  const since = new Date((await clock.now(db)).getTime() - FRESH_MS);
  yield* shardFindings(await shardsSince(db, since));
}

export const shardFindings = (heard: readonly HeardShards[]): readonly Finding[] =>
  findShardFaults(heard).map(shardFinding);

function shardFinding(found: ShardFault): Finding {
  switch (found.type) {
    case 'counts-differ':
      return shardFault(
        `the processes divide Discord’s servers into ${found.counts.join(' and into ')} shards at once, so nobody ` +
          'hears some of the servers. Fix: stop every gateway, write the same number in all into each, and start them.',
      );
    case 'unheard':
      return shardFault(
        `no process hears ${named(found.ids)} of ${found.count}. Fix: start one with ` +
          `DISCORD_SHARDS=${found.ids.join(',')}/${found.count}.`,
      );
    case 'heard-twice':
      return doubled(
        `several processes hear ${named(found.ids)}. Fix: name each shard in one of them alone.`,
      );
    case 'all-beside-others':
      return doubled(
        'several processes hear Discord, and one of them hears all of it. Fix: give each its own DISCORD_SHARDS, or ' +
          'the role gateway to one of them alone.',
      );
  }
}

const CHECK = 'DISCORD_SHARDS';

const shardFault = (says: string): Finding => fault(CHECK, says);

const doubled = (says: string): Finding =>
  warning(CHECK, `what happens is heard twice and counts once, but costs twice the work: ${says}`);

const named = (ids: readonly number[]): string =>
  `${ids.length === 1 ? 'shard' : 'shards'} ${ids.join(', ')}`;
