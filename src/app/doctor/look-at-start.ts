import type { Platform } from '../../chat/platform.ts';
import type { Config } from '../../config.ts';
import type { TrackLook } from '../open-look.ts';
import { fault, type Finding, type Findings } from './finding.ts';
import { clockFinding } from './look-at-database.ts';
import { lookAtFolder } from './look-at-machine.ts';
import { lookAtPlatforms, type PlatformSettings } from './look-at-platforms.ts';
import { lookAtNextTracks } from './look-at-tracks.ts';

/** What the person who starts a bot should know of its surroundings: a part of what the doctor looks at. */
export async function* lookAtStart(context: TrackLook, config: Config): Findings {
  const { db, clock, log, platforms } = context;
  const told: Finding[] = [];
  for await (const finding of lookAtPlatforms(alreadyConnected(config), log, () => clock.now(db))) {
    told.push(finding);
    yield finding;
  }
  yield* [...platforms.values()].flatMap((platform) => downFinding(platform, told));
  const before = Date.now();
  const now = await clock.now(db);
  yield clockFinding('this machine’s', (before + Date.now()) / 2 - now.getTime());
  yield* lookAtFolder(config);
  yield* lookAtNextTracks(context);
}

/** Slack allows few new connections a minute, so the app token is left to the connection of the bot itself. */
const alreadyConnected = ({ discord, slack, playground }: Config): PlatformSettings => ({
  ...{ discord, playground },
  slack: slack && { botToken: slack.botToken, apiUrl: slack.apiUrl },
});

/** A platform that cannot be heard, unless the platform itself has said why. */
function downFinding(platform: Platform, told: readonly Finding[]): readonly Finding[] {
  const state = platform.state();
  const isKnown = told.some(
    ({ check, standing }) => standing === 'fault' && check.toLowerCase() === platform.name,
  );
  return state.status !== 'down' || isKnown ? [] : [fault(platform.name, `down: ${state.reason}`)];
}
