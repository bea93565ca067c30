import type { Logger } from 'pino';
import { measured } from './chat/measured-platform.ts';
import type { Platform } from './chat/platform.ts';
import type { Config } from './config.ts';
import { type Ground, loadShippedDecks, openGround } from './ground.ts';
import { createDiscord } from './platforms/discord/index.ts';
import { createSlack, type SlackPlatform } from './platforms/slack/index.ts';
import type { Happening } from './study/context.ts';
import { checkHealth } from './study/check-health.ts';
import { createMetrics, type Metrics } from './web/metrics.ts';
import { createWeb, type Mounts } from './web/server.ts';

/** How long work in hand may take to finish at the end; a second start carries on what did not. */
const DRAIN_MS = 8_000;

/** A round claimed this long after it was due counts as late in the metrics. */
const LATE_MS = 60_000;

export interface App {
  /** Where the web server listens. */
  readonly url: string;
  readonly platforms: readonly Platform[];
  stop(): Promise<void>;
}

/**
 * The bot: every part the settings ask for, in the order they need each other. When this resolves,
 * the schedule runs; the platforms connect on their own time.
 */
export async function startApp(config: Config, log: Logger): Promise<App> {
  const metrics = createMetrics();
  const { platforms, mounts } = choosePlatforms(config, log, metrics);
  const observe = (happening: Happening) => count(metrics, happening);
  const ground = await openGround({ config, log, role: 'bot', platforms, observe });
  const { core } = ground;
  const web = createWeb({
    ...config.web,
    log,
    health: () => checkHealth(core.context),
    metrics: () => metrics.text(),
    mounts,
  });
  await loadShippedDecks(core, log);
  const url = await web.start();
  await core.start();
  for (const platform of platforms) connectInBackground(platform, ground, log);
  return {
    url,
    platforms,
    async stop() {
      await Promise.all(platforms.map((platform) => platform.stop()));
      await web.stop();
      await ground.close(DRAIN_MS);
    },
  };
}

interface Chosen {
  readonly platforms: readonly Platform[];
  readonly mounts: Mounts;
}

function choosePlatforms(config: Config, log: Logger, metrics: Metrics): Chosen {
  const slack = config.slack && createSlack({ ...config.slack, log, now: () => new Date() });
  const discord = config.discord && createDiscord({ ...config.discord, log });
  const platforms = [discord, slack]
    .filter((platform) => platform !== undefined)
    .map((platform) => measured(platform, () => performance.now(), metrics.observeCall));
  return { platforms, mounts: { handlers: slackHandlers(slack) } };
}

/** Over HTTP, Slack sends all it has to say to one path. */
function slackHandlers(slack: SlackPlatform | undefined): NonNullable<Mounts['handlers']> {
  return slack?.handler ? { '/slack/events': slack.handler } : {};
}

/** A platform that is out of reach keeps trying; the others and the schedule do not wait for it. */
function connectInBackground(platform: Platform, { core }: Ground, log: Logger): void {
  platform.start(core.surface).then(
    () => log.info({ platform: platform.name, ...platform.state() }, 'platform'),
    (err: unknown) => log.error({ platform: platform.name, err }, 'could not connect'),
  );
}

function count(metrics: Metrics, happening: Happening): void {
  switch (happening.type) {
    case 'round-claimed':
      metrics.roundsDue.inc();
      if (happening.lateMs > LATE_MS) metrics.roundsLate.inc();
      return;
    case 'round-posted':
      return metrics.roundsPosted.inc();
    case 'answer-taken':
      return metrics.answers.inc({ source: happening.source, late: String(happening.late) });
    case 'job-failed':
      return metrics.jobsFailed.inc({ job: happening.job });
  }
}
