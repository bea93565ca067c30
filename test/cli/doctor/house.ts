import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { expect, inject, vi } from 'vitest';
import type { Finding, Standing } from '../../../src/app/doctor/finding.ts';
import { connect, type Database } from '../../../src/db/connect.ts';
import { runTyped } from '../../support/command-line.ts';
import { createDatabase, type TestDatabase, testDatabaseWithDeck } from '../../support/database.ts';
import { type DatabaseRoles, openDatabaseRoles } from '../../support/database-roles.ts';
import { type DiscordStage, openDiscordStage } from '../../support/discord/stage.ts';
import { openSlackStage, type SlackStage } from '../../support/slack/stage.ts';

export type Settings = Readonly<Record<string, string>>;

/** All that a bot stands on, and all of it well. */
export interface House {
  readonly home: string;
  readonly database: TestDatabase;
  readonly db: Database;
  /** A database with nothing in it, and roles that may do nothing there. */
  readonly empty: TestDatabase;
  readonly roles: DatabaseRoles;
  readonly discord: DiscordStage;
  readonly slack: SlackStage;
  close(): Promise<void>;
}

export async function openHouse(): Promise<House> {
  const home = await mkdtemp(join(tmpdir(), 'whetstone-doctor-'));
  const database = await testDatabaseWithDeck();
  const { db, close } = connect(database.url, { onError: () => undefined, max: 2 });
  const empty = await createDatabase(inject('postgres').server);
  const roles = await openDatabaseRoles(empty);
  const [discord, slack] = await Promise.all([openDiscordStage(), openSlackStage()]);
  return {
    ...{ home, database, db, empty, roles, discord, slack },
    async close() {
      await close();
      await roles.close();
      await Promise.all([database.drop(), empty.drop(), discord.close(), slack.close()]);
      await rm(home, { recursive: true });
    },
  };
}

/** Faults that do not hide each other, so that the doctor names all of them in one look. */
export interface Scene {
  readonly scene: string;
  /** Pictures are tried too, which takes a second or two. */
  readonly draws?: true;
  /** Makes them; what of it stands outside the settings is undone by `after`. */
  readonly plant: (house: House, after: (undo: () => unknown) => void) => Promise<Settings>;
  /** One for each fault: its standing, its check, and words that say what is wrong and what mends it. */
  readonly named: readonly Named[];
  /** What only looks like a fault. */
  readonly unnamed?: readonly Named[];
}

export type Named = readonly [standing: Standing, check: string | RegExp, says: RegExp];

export interface Told {
  readonly code: number | null;
  readonly findings: readonly Finding[];
  readonly faults: number;
  readonly stderr: string;
  /** Whether every row in the database is as it was. */
  readonly leftAlone: boolean;
}

/** Where there is none for temporary files, no picture is tried. */
export const NO_FOLDER = '/nowhere';

/** `doctor --json`, run over the scene. */
export async function told(house: House, { plant, draws }: Scene): Promise<Told> {
  const undo: (() => unknown)[] = [];
  const planted = await plant(house, (step) => undo.push(step));
  const settings = { WHETSTONE_HOME: house.home, DATABASE_URL: house.database.url, ...planted };
  if (!draws) vi.stubEnv('TMPDIR', NO_FOLDER);
  const before = await contents(settings.DATABASE_URL);
  try {
    const { code, stdout, stderr } = await runTyped(['doctor', '--json'], settings);
    const leftAlone = (await contents(settings.DATABASE_URL)) === before;
    return {
      code,
      stderr,
      leftAlone,
      ...(JSON.parse(stdout) as Pick<Told, 'findings' | 'faults'>),
    };
  } finally {
    vi.unstubAllEnvs();
    for (const step of undo.toReversed()) await step();
  }
}

/** A digest of every row that can be read at an address, or why there is none. */
async function contents(url: string): Promise<string | undefined> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ readonly digest: string }>(
      `select md5(database_to_xml(true, false, '')::text) as digest`,
    );
    return rows[0]?.digest;
  } catch (error) {
    return String(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

export const finding = ([standing, check, says]: Named): unknown =>
  expect.objectContaining({
    standing,
    check: expect.stringMatching(check) as string,
    says: expect.stringMatching(says) as string,
  });
