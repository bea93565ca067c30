import type { Logger } from 'pino';
import { PlatformError } from '../../chat/platform.ts';
import type { PlatformSetup } from '../../chat/platform-setup.ts';
import type { Config } from '../../config.ts';
import { errorText, fault, type Finding, type Findings, ok, warning } from './finding.ts';
import { clockFinding } from './look-at-database.ts';

export interface PlatformSettings extends Pick<Config, 'discord' | 'playground'> {
  /** Left out, the app token is not tried. */
  readonly slack?:
    Pick<NonNullable<Config['slack']>, 'botToken' | 'apiUrl' | 'appToken'> | undefined;
}

interface Asked {
  readonly name: string;
  readonly api: string;
  readonly inspect: () => Promise<PlatformSetup>;
  /** Where what is missing is given. */
  readonly give: string;
  readonly check: string;
}

/** A platform that takes a request and answers nothing is not waited for any longer. */
const CLOCK_TIMEOUT_MS = 10_000;

const DISCORD_API = 'https://discord.com/api';
const SLACK_API = 'https://slack.com/api/';

/**
 * What each platform says of the bot: as whom its tokens open it, where it is, what it lacks, and whether the
 * platform's clock runs with the database's. The libraries of one that is not set up are not loaded.
 */
export async function* lookAtPlatforms(
  { discord, slack, playground }: PlatformSettings,
  log: Logger,
  databaseNow: (() => Promise<Date>) | undefined,
): Findings {
  const asked: readonly Asked[] = [
    ...(discord
      ? [
          {
            name: 'Discord',
            api: discord.apiUrl ?? DISCORD_API,
            inspect: async () => {
              const { inspectDiscord } = await import('../../platforms/discord/setup.ts');
              return inspectDiscord(discord);
            },
            give: 'switch it on at discord.com/developers/applications → Bot',
            check: 'DISCORD_TOKEN',
          },
        ]
      : []),
    ...(slack
      ? [
          {
            name: 'Slack',
            api: slack.apiUrl ?? SLACK_API,
            inspect: async () => {
              const { inspectSlack } = await import('../../platforms/slack/setup.ts');
              return inspectSlack({ ...slack, log });
            },
            give: 'add it at api.slack.com/apps → OAuth & Permissions, and install the app again',
            check:
              slack.appToken === undefined
                ? 'SLACK_BOT_TOKEN'
                : 'SLACK_BOT_TOKEN and SLACK_APP_TOKEN',
          },
        ]
      : []),
  ];
  for (const one of asked) {
    yield* lookAtPlatform(one);
    if (databaseNow) yield await platformClock(one, databaseNow);
  }
  if (playground) yield ok('playground', 'on');
  else if (asked.length === 0) {
    yield warning(
      'platforms',
      'none is set up, and the playground is off. Fix: see docs/discord.md or docs/slack.md.',
    );
  }
}

async function* lookAtPlatform({ name, inspect, give, check }: Asked): Findings {
  const setup = await inspect().catch((error: unknown) => {
    const fix = isRemoved(error)
      ? `install the app again at api.slack.com/apps → Install App, and check ${check}`
      : `check ${check}, and that this machine reaches ${name}`;
    return `refuses or cannot be reached: ${errorText(error)}. Fix: ${fix}.`;
  });
  if (typeof setup === 'string') {
    yield fault(name, setup);
    return;
  }
  for (const missing of setup.missing) yield fault(name, `${missing} is missing. Fix: ${give}.`);
  yield whereabouts(name, setup);
}

/** Slack ends the token with that; to Discord a bot in no server is a bot all the same. */
const isRemoved = (error: unknown): boolean =>
  error instanceof PlatformError && error.fault.code === 'workspace-gone';

function whereabouts(platform: string, { name, workspaces, invitation }: PlatformSetup): Finding {
  if (workspaces.length > 0) return ok(platform, `as ${name} in ${listed(workspaces)}`);
  const fix = invitation === undefined ? '' : ` Fix: add it by ${invitation}`;
  return warning(platform, `as ${name} in 0 servers.${fix}`);
}

/** As many names as a line has room for. */
const NAMED = 5;

function listed(names: readonly string[]): string {
  const more = names.length - NAMED;
  const named = names.slice(0, NAMED).join(', ');
  return more > 0 ? `${named} and ${more} more` : named;
}

/** Every answer over HTTP bears the time of its server, to the second. */
async function platformClock(
  { name, api }: Asked,
  databaseNow: () => Promise<Date>,
): Promise<Finding> {
  const date = await fetch(api, {
    method: 'HEAD',
    redirect: 'manual',
    signal: AbortSignal.timeout(CLOCK_TIMEOUT_MS),
  }).then(
    ({ headers }) => headers.get('date'),
    () => null,
  );
  if (date === null) return warning('clock', `${name} did not tell the time`);
  // It leaves the fraction of the second out.
  const skew = Date.parse(date) + 500 - (await databaseNow()).getTime();
  return clockFinding(`${name}’s`, skew);
}
