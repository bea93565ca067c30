import type { Logger } from 'pino';
import type { Platform } from '../chat/platform.ts';
import type { Config } from '../config.ts';
import { databaseClock } from '../db/clock.ts';
import type { Database } from '../db/connect.ts';
import { playgroundStore } from '../db/playground.ts';
import { requestSlots } from '../db/request-slots.ts';
import type { Context } from '../delivery/context.ts';
import {
  ensurePlayground,
  isRoundOpen,
  playDeadline,
  playNextRound,
  welcomeVisitor,
} from '../features/playground/controls.ts';
import type { PlaygroundPlatform } from '../platforms/playground/index.ts';
import { CHANNEL, WORKSPACE } from '../platforms/playground/people.ts';
import type { SlackPlatform } from '../platforms/slack/index.ts';
import { randomId } from './backend.ts';

const PLAYGROUND_PLACE = { workspace: WORKSPACE, channel: CHANNEL };

export interface Chosen {
  readonly all: readonly Platform[];
  readonly slack?: SlackPlatform | undefined;
  readonly playground?: PlaygroundPlatform | undefined;
}

/** What platforms are made of besides their settings. */
interface PlatformParts {
  readonly log: Logger;
  readonly db: Database;
  /** The context of the runtime, which exists only after the platforms. */
  readonly context: () => Context;
  /** How many other processes run on the database, as far as this one knows; left out where nothing runs. */
  readonly others?: () => number | undefined;
}

/**
 * The platforms that the settings ask for; the libraries of the others are not loaded. Posting and looking need
 * no `start`.
 */
export async function choosePlatforms(config: Config, parts: PlatformParts): Promise<Chosen> {
  const [discord, slack, playground] = await Promise.all([
    config.discord && makeDiscord(config.discord, parts),
    config.slack && makeSlack(config.slack, parts),
    config.playground ? makePlayground(parts, config.playgroundHosts) : undefined,
  ]);
  const all = [discord, slack, playground].filter((platform) => platform !== undefined);
  return { all, slack, playground };
}

async function makeDiscord(
  settings: NonNullable<Config['discord']>,
  { log, db, others }: PlatformParts,
) {
  const { createDiscord, SPACING_MS } = await import('../platforms/discord/index.ts');
  const elapsedMs = (): number => performance.now();
  const onSlow = (err: unknown): void =>
    log.warn(
      { err },
      'the database is slow: this process sends its even share of requests to Discord',
    );
  const spacingMs = SPACING_MS;
  const slots = requestSlots({ db, clock: databaseClock, platform: 'discord', spacingMs });
  const shared = others && { slots, others, elapsedMs, onSlow };
  return createDiscord({ ...settings, log, elapsedMs, shared });
}

async function makeSlack(settings: NonNullable<Config['slack']>, { log }: PlatformParts) {
  const { createSlack } = await import('../platforms/slack/index.ts');
  return createSlack({ ...settings, log, now: () => new Date() });
}

async function makePlayground(
  { log, db, context }: PlatformParts,
  hosts: readonly string[],
): Promise<PlaygroundPlatform> {
  const [{ createPlayground }, { discordLook }, { slackLook }] = await Promise.all([
    import('../platforms/playground/index.ts'),
    import('../platforms/discord/look.ts'),
    import('../platforms/slack/look.ts'),
  ]);
  return createPlayground({
    store: playgroundStore(db),
    log,
    hosts,
    now: () => new Date(),
    randomId,
    looks: { discord: discordLook, slack: slackLook },
    controls: {
      open: async () => void (await ensurePlayground(context(), PLAYGROUND_PLACE)),
      arrive: (language) => welcomeVisitor(context(), PLAYGROUND_PLACE, language),
      nextRound: (language) => playNextRound(context(), PLAYGROUND_PLACE, language),
      deadline: () => playDeadline(context(), PLAYGROUND_PLACE),
      isOpen: () => isRoundOpen(context(), PLAYGROUND_PLACE),
    },
  });
}
