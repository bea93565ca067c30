import type { Logger } from 'pino';
import { banner, surroundings } from './app/banner.ts';
import type { Finding } from './app/doctor/finding.ts';
import { type App, startApp } from './app/start-app.ts';
import { explain } from './cli/explain.ts';
import { type Config, readConfig, readEnvironment, secretsOf } from './config.ts';
import { createLog } from './log.ts';
import { endInTime } from './main/end-in-time.ts';
import { replyToArguments } from './main/reply-to-arguments.ts';
import { toldToStop } from './main/told-to-stop.ts';

/** Runs the bot until it is told to stop. */
async function main(): Promise<void> {
  const env = readEnvironment();
  const config = readConfig(env);
  const log = createLog({ ...config.log, secrets: secretsOf(config) });
  endOnTheUnexpected(log);
  keepDebuggerClosed(log);
  for (const warning of config.warnings) log.warn(warning);
  // What comes during the start is obeyed after it, so that nothing is left half open.
  const told = toldToStop({ underNpm: env['npm_lifecycle_event'] !== undefined });
  void endInTime(told, log);
  const app = await startApp(config, log);
  announce(config, banner(config, app), log);
  void tellSurroundings(config, app, log);
  void endInTime(app.outdated.then(String), log);
  const reason = await Promise.race([told, app.outdated]);
  log.info({ reason: reason instanceof Error ? reason.message : reason }, 'stopping');
  await app.stop();
  log.info('stopped');
  if (reason instanceof Error) throw reason;
}

/** After an error that nobody caught, rejections included, only a new process is sure of its state. */
function endOnTheUnexpected(log: Logger): void {
  process.on('uncaughtException', (err) => {
    log.fatal({ err }, 'ended by an unexpected error');
    process.exit(1);
  });
}

/** Without a listener SIGUSR1 makes Node open its debugger, which lets others on this machine in. */
function keepDebuggerClosed(log: Logger): void {
  process.on('SIGUSR1', () => log.info('SIGUSR1 does nothing here; SIGTERM stops the bot'));
}

/** For people as it is, for machines as lines of the log. */
function announce(config: Config, lines: readonly string[], log: Logger): void {
  if (!log.isLevelEnabled('info')) return;
  if (config.log.format === 'pretty') process.stdout.write(`\n${lines.join('\n')}\n\n`);
  else for (const line of lines) log.info(line.trim().replace(/ {2,}/, ': '));
}

/** Says as whom and where the bot runs, what is due, and what is wrong. The bot runs on whatever comes of it. */
async function tellSurroundings(config: Config, app: App, log: Logger): Promise<void> {
  try {
    const findings: Finding[] = [];
    for await (const finding of app.lookAround()) findings.push(finding);
    const lines = surroundings(config, findings);
    if (lines.length > 0) announce(config, lines, log);
  } catch (err) {
    log.warn({ err }, 'could not look at what surrounds the bot');
  }
}

try {
  const reply = replyToArguments(process.argv.slice(2));
  if (reply) (reply.code === 0 ? process.stdout : process.stderr).write(`${reply.text}\n`);
  else await main();
  process.exit(reply?.code ?? 0);
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}
