import type { Logger } from 'pino';
import type { Platform } from '../chat/platform.ts';
import type { Config } from '../config.ts';
import type { Database } from '../db/connect.ts';
import { playgroundStore } from '../db/playground.ts';
import type { Context } from '../delivery/context.ts';
import {
  ensurePlayground,
  isRoundOpen,
  playDeadline,
  playNextRound,
  welcomeVisitor,
} from '../features/playground/controls.ts';
import { createDiscord } from '../platforms/discord/index.ts';
import { discordLook } from '../platforms/discord/look.ts';
import { createPlayground, type PlaygroundPlatform } from '../platforms/playground/index.ts';
import { CHANNEL, WORKSPACE } from '../platforms/playground/people.ts';
import { createSlack, type SlackPlatform } from '../platforms/slack/index.ts';
import { slackLook } from '../platforms/slack/look.ts';
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
}

/** The platforms that the settings ask for. Posting and looking need no `start`. */
export function choosePlatforms(config: Config, { log, db, context }: PlatformParts): Chosen {
  const now = () => new Date();
  const slack = config.slack && createSlack({ ...config.slack, log, now });
  const discord =
    config.discord && createDiscord({ ...config.discord, log, elapsedMs: () => performance.now() });
  const playground = config.playground ? makePlayground({ log, db, context }) : undefined;
  const all = [discord, slack, playground].filter((platform) => platform !== undefined);
  return { all, slack, playground };
}

function makePlayground({ log, db, context }: PlatformParts): PlaygroundPlatform {
  return createPlayground({
    store: playgroundStore(db),
    log,
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
