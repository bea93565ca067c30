import type { Logger } from 'pino';
import type { Config } from '../../config.ts';
import { ConfigError } from '../../config/error.ts';
import { openInspection } from '../../db/inspection.ts';
import { hasDatabase, openPostgres, type Postgres } from '../../postgres/open-postgres.ts';
import { openLook } from '../open-look.ts';
import { errorText, fault, type Finding, type Findings, ok, skipped, warning } from './finding.ts';
import { lookAtBot } from './look-at-bot.ts';
import { clockFinding, lookAtSchema } from './look-at-database.ts';
import { lookAtMachine } from './look-at-machine.ts';
import { lookAtPlatforms } from './look-at-platforms.ts';
import { lookAtShards } from './look-at-shards.ts';
import { lookAtTracks } from './look-at-tracks.ts';

export interface Patient {
  /** @throws {ConfigError} */
  readonly readSettings: () => Config;
  readonly log: Logger;
}

/**
 * Looks at all that has to be right for the bot to work, from the settings to each track. It changes nothing: it
 * makes no database, no tables and no folder.
 */
export async function* diagnose({ readSettings, log }: Patient): Findings {
  yield ok('program', `Node.js ${process.versions.node}`);
  const config = read(readSettings);
  if (config instanceof ConfigError) {
    yield* config.faults.map(({ variable, message }) => fault(variable, message));
    yield* config.warnings.map((text) => warning('settings', text));
    yield skipped('the rest', 'is looked at once the settings can be read');
    return;
  }
  yield* config.warnings.map((text) => warning('settings', text));
  yield* lookAtMachine(config);
  const postgres = await reach(config, log);
  if ('standing' in postgres) {
    yield postgres;
    yield* lookAtPlatforms(config, log, undefined);
    return;
  }
  try {
    yield* lookInside(config, log, postgres.url);
  } finally {
    await postgres.stop();
  }
}

function read(readSettings: Patient['readSettings']): Config | ConfigError {
  try {
    return readSettings();
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
}

/** The database, or why there is none to look at. */
async function reach({ databaseUrl, home }: Config, log: Logger): Promise<Postgres | Finding> {
  if (!(await hasDatabase({ databaseUrl, home }))) {
    return ok('database', 'none yet: the first start makes one of its own');
  }
  try {
    return await openPostgres({ databaseUrl, home, log, role: 'operator' });
  } catch (error) {
    return fault('database', errorText(error));
  }
}

async function* lookInside(config: Config, log: Logger, url: string): Findings {
  const inspection = await openInspection(url);
  try {
    yield ok('database', config.databaseUrl === undefined ? 'of its own' : 'reached');
    const schema = await lookAtSchema(inspection);
    yield schema;
    const before = Date.now();
    const now = await inspection.now();
    yield clockFinding('this machine’s', (before + Date.now()) / 2 - now.getTime());
    yield* lookAtPlatforms(config, log, () => inspection.now());
    if (schema.standing === 'ok') yield* lookAtWork(config, log, url);
    else yield skipped('tracks', 'are looked at once the schema is that of this version');
  } finally {
    await inspection.close();
  }
}

async function* lookAtWork(config: Config, log: Logger, url: string): Findings {
  const { context, close } = await openLook(config, log, url);
  try {
    yield* lookAtBot(context, config);
    yield* lookAtShards(context);
    yield* lookAtTracks(context);
  } finally {
    await close();
  }
}
