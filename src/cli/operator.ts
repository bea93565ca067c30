import type { Config } from '../config.ts';
import { readConfig, readEnvironment, secretsOf } from '../config.ts';
import { type Ground, openGround } from '../app/ground.ts';
import { createLog } from '../log.ts';

/** After a command, what it enqueued is written; there is nothing to wait for. */
const CLOSE_MS = 1_000;

/**
 * Runs an operator's command on the database: the running bot's, or one of its own for the while.
 * Warnings go to standard error, so that standard output holds the answer alone.
 */
export async function asOperator<T>(
  work: (ground: Ground, config: Config) => Promise<T>,
): Promise<T> {
  const config = readConfig(readEnvironment());
  const log = createLog(
    { level: 'warn', format: 'pretty', secrets: secretsOf(config) },
    process.stderr,
  );
  const ground = await openGround({
    config,
    log,
    role: 'operator',
    platforms: () => [],
    observe: () => {},
  });
  try {
    await ground.core.start();
    return await work(ground, config);
  } finally {
    await ground.close(CLOSE_MS);
  }
}
