import { expect, it } from 'vitest';
import { connect } from '../../../src/db/connect.ts';
import { requestSlots } from '../../../src/db/request-slots.ts';
import { createPace, SPACING_MS } from '../../../src/platforms/discord/pace.ts';
import { testDatabase } from '../../support/database.ts';
import { openSimulation } from '../../support/simulation.ts';

it('a process that stops sends nothing more, and asks nothing of a database that is closed', async () => {
  const database = await testDatabase();
  const connection = connect(database.url, { onError: () => undefined });
  const time = openSimulation('2026-11-23T09:00:00Z');
  const slots = requestSlots({
    ...connection,
    ...{ clock: time.clock, platform: 'discord', spacingMs: SPACING_MS },
  });
  const complaints: unknown[] = [];
  const { elapsedMs, wait } = time;
  const onSlow = (error: unknown): number => complaints.push(error);
  const pace = createPace({ slots, others: () => 0, elapsedMs, wait, onSlow });

  const waiting = pace.turn();
  pace.close();
  await expect(waiting).rejects.toThrow('not sent: this process is stopping');
  await connection.close();
  await expect(pace.turn()).rejects.toThrow('not sent: this process is stopping');
  pace.hold(1_000);
  await time.pass(5_000);
  expect(complaints).toEqual([]);
  await database.drop();
});
