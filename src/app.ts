import type { Logger } from 'pino';
import type { Platform } from './chat/platform.ts';
import type { Config } from './config.ts';
import { loadShippedDecks, openGround, type Ground } from './ground.ts';
import { createDiscord } from './platforms/discord/index.ts';
import { createSlack, type SlackPlatform } from './platforms/slack/index.ts';

/** How long work in hand may take to finish at the end; a second start carries on what did not. */
const DRAIN_MS = 8_000;

export interface App {
  readonly ground: Ground;
  stop(): Promise<void>;
}

/** The bot: every part the settings ask for, started in the order they need each other. */
export async function startApp(config: Config, log: Logger): Promise<App> {
  const slack = config.slack && createSlack({ ...config.slack, log, now: () => new Date() });
  const discord = config.discord && createDiscord({ ...config.discord, log });
  const platforms = [discord, slack].filter((platform) => platform !== undefined);
  const ground = await openGround({ config, log, role: 'bot', platforms });
  await loadShippedDecks(ground.core, log);
  await ground.core.start();
  for (const platform of platforms) connectInBackground(platform, ground, log);
  return {
    ground,
    async stop() {
      await Promise.all(platforms.map((platform) => platform.stop()));
      await ground.close(DRAIN_MS);
    },
  };
}

/** A platform that is out of reach keeps trying; the others and the schedule do not wait for it. */
function connectInBackground(platform: Platform, { core }: Ground, log: Logger): void {
  platform.start(core.surface).then(
    () => log.info({ platform: platform.name, ...platform.state() }, 'connected'),
    (err: unknown) => log.error({ platform: platform.name, err }, 'could not connect'),
  );
}
