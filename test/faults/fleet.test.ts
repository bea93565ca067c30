import { it } from 'vitest';
import { FLEET, runFleet } from '../support/kills/fleet.ts';

it(
  'two gateways with a shard each, two workers and a web process, all killed in one round, lose nothing',
  { timeout: 180_000 },
  () => runFleet([FLEET]),
);
