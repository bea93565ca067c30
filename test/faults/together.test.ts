import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, inject, it } from 'vitest';
import { connect } from '../../src/db/connect.ts';
import { startBotProcess } from '../support/bot-process.ts';
import { createDatabase } from '../support/database.ts';
import { openDiscordStage } from '../support/discord/stage.ts';

it('three replicas that start at once on an empty database make one schema and each deck once', async () => {
  const stage = await openDiscordStage();
  const database = await createDatabase(inject('postgres').server);
  const home = await mkdtemp(join(tmpdir(), 'whetstone-together-'));
  const settings = { ...stage.env, DATABASE_URL: database.url, WHETSTONE_HOME: home };
  const bots = [1, 2, 3].map(() => startBotProcess(settings));
  const { db, close } = connect(database.url, { onError: () => undefined });
  try {
    await Promise.all(bots.map((bot) => bot.ready()));
    const decks = await db.selectFrom('decks').select('name').orderBy('id').execute();
    expect(decks).toEqual([{ name: 'llm-interview' }, { name: 'llm-engineering' }]);
    const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
    expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
    expect(rows.length).toBeGreaterThan(0);
    const troubles = bots.flatMap(({ logged }) => logged.filter(({ level }) => level !== 'info'));
    expect(troubles).toEqual([]);
  } finally {
    await Promise.all(bots.map((bot) => bot.end()));
    await close();
    await stage.close();
    await database.drop();
    await rm(home, { recursive: true });
  }
}, 60_000);
