import { startApp } from './app.ts';
import { readConfig, readEnvironment, secretsOf } from './config.ts';
import { explain } from './cli/explain.ts';
import { createLog } from './log.ts';

/** Runs the bot until it is told to stop. */
async function main(): Promise<void> {
  const config = readConfig(readEnvironment());
  const log = createLog({ ...config.log, secrets: secretsOf(config) });
  for (const warning of config.warnings) log.warn(warning);
  const app = await startApp(config, log);
  const signal = await signalled();
  log.info({ signal }, 'stopping');
  await app.stop();
  log.info('stopped');
}

function signalled(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, resolve);
  });
}

try {
  await main();
  process.exit(0);
} catch (error) {
  explain(error);
  process.exit(1);
}
