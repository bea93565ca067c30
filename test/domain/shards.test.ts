import { expect, it } from 'vitest';
import { findShardFaults, type HeardShards, type ShardFault } from '../../src/domain/shards.ts';

const ALL: HeardShards = { ids: [], count: null };

const some = (count: number, ...ids: readonly number[]): HeardShards => ({ ids, count });

it.each<readonly [string, readonly HeardShards[], readonly ShardFault[]]>([
  ['nobody who hears Discord', [], []],
  ['one that hears all', [ALL], []],
  ['some that share all', [some(4, 0, 1), some(4, 2, 3)], []],
  [
    'two that divide differently',
    [some(4, 0, 1), some(3, 2)],
    [{ type: 'counts-differ', counts: [3, 4] }],
  ],
  ['one that is missing', [some(4, 0, 2)], [{ type: 'unheard', ids: [1, 3], count: 4 }]],
  ['two that share one', [some(2, 0, 1), some(2, 1)], [{ type: 'heard-twice', ids: [1] }]],
  ['two that hear all', [ALL, ALL], [{ type: 'all-beside-others' }]],
  ['one that hears all beside another', [some(2, 0), ALL], [{ type: 'all-beside-others' }]],
])('the shards of %s', (_, processes, found) => {
  expect(findShardFaults(processes)).toEqual(found);
});
