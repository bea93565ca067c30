import { expect, it } from 'vitest';
import { clockFinding } from '../../../src/app/doctor/look-at-database.ts';
import { diskFinding } from '../../../src/app/doctor/look-at-machine.ts';

it('a disk is named before it is full', () => {
  expect(diskFinding(2e9)).toMatchObject({ standing: 'ok' });
  expect(diskFinding(5e8)).toMatchObject({ standing: 'warning' });
  expect(diskFinding(5e7)).toMatchObject({ standing: 'fault' });
});

it('a clock is named before it does harm', () => {
  expect(clockFinding('Slack’s', 900)).toMatchObject({ standing: 'ok' });
  expect(clockFinding('Slack’s', -5_000)).toMatchObject({ standing: 'warning' });
  expect(clockFinding('Slack’s', 60_000)).toMatchObject({ standing: 'fault' });
});
