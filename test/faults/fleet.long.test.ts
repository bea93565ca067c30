import { it } from 'vitest';
import { FLEET, runFleet } from '../support/kills/fleet.ts';

it('two gateways with a shard each, two workers and a web process lose nothing, whichever is killed', () =>
  runFleet(FLEET.map((member) => [member])));
