/**
 * A process of Whetstone's, as far as its database is concerned, for tests to start, signal and
 * kill: `node process.ts HOME ROLE`. Prints one line of JSON when it is ready or refused, and one
 * for its last query, made after the signal to stop.
 */
import { once } from 'node:events';
import { Client } from 'pg';
import { pino } from 'pino';
import { PostgresError } from '../../../src/postgres/error.ts';
import { openPostgres } from '../../../src/postgres/open-postgres.ts';

const [home = '', role] = process.argv.slice(2);

try {
  await run();
} catch (error) {
  if (!(error instanceof PostgresError)) throw error;
  say({ refused: { code: error.code, message: error.message, owner: error.owner } });
}

async function run(): Promise<void> {
  const stopping = Promise.race(['SIGTERM', 'SIGINT'].map((signal) => once(process, signal)));
  const log = pino({ level: 'silent' });
  const postgres = await openPostgres({
    home,
    log,
    role: role === 'operator' ? 'operator' : 'bot',
  });
  say({ url: postgres.url });
  await stopping;
  say({ lastAnswer: await lastAnswer(postgres.url) });
  await postgres.stop();
}

async function lastAnswer(connectionString: string): Promise<unknown> {
  const client = new Client({ connectionString });
  await client.connect();
  const { rows } = await client.query<{ answer: number }>('select 42 as answer');
  await client.end();
  return rows[0]?.answer;
}

function say(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
