import { Routes } from 'discord-api-types/v10';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { databaseClock } from '../../../src/db/clock.ts';
import { connect, type Connection } from '../../../src/db/connect.ts';
import { requestSlots } from '../../../src/db/request-slots.ts';
import { createApi } from '../../../src/platforms/discord/api.ts';
import { SPACING_MS } from '../../../src/platforms/discord/pace.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { openStage } from './support.ts';

/** Discord's limit for a bot, whatever number of processes it is. */
const LIMIT = 50;

let database: TestDatabase;
let connection: Connection;

beforeEach(async () => {
  database = await testDatabase();
  connection = connect(database.url, { onError: () => undefined });
});

afterEach(async () => {
  await connection.close();
  await database.drop();
});

it.each([1, 3])(
  '%i clients at once hear of no limit from a Discord that keeps it',
  async (count) => {
    const stage = await openStage();
    stage.world.settings.requestsASecond = LIMIT;
    const requests = 120;
    const channels = Array.from({ length: requests / count }, (_, number) =>
      stage.addChannel(`team-${number}`),
    );
    const complaints: unknown[] = [];
    const elapsedMs = (): number => performance.now();
    const shape = { clock: databaseClock, platform: 'discord', spacingMs: SPACING_MS } as const;
    const slots = requestSlots({ ...connection, ...shape });
    const shared = {
      slots,
      others: () => count - 1,
      elapsedMs,
      onSlow: (error: unknown) => complaints.push(error),
    };
    const since = elapsedMs();
    const clients = Array.from({ length: count }, () =>
      createApi({
        token: stage.world.token,
        apiUrl: stage.env['DISCORD_API_URL'],
        elapsedMs,
        shared,
      }),
    );
    await Promise.all(
      clients.flatMap((api) => channels.map((id) => api.request('GET', Routes.channel(id)))),
    );
    for (const api of clients) api.close();
    expect(stage.refusals()).toEqual([]);
    expect(complaints).toEqual([]);
    expect(elapsedMs() - since).toBeGreaterThan((requests - 10) * SPACING_MS);
  },
);
