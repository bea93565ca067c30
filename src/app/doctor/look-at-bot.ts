import type { PlatformName } from '../../chat/place.ts';
import type { Config } from '../../config.ts';
import { processesSince } from '../../db/processes.ts';
import { isOutage } from '../../domain/outage.ts';
import { presences } from '../../features/rounds/outages.ts';
import { type Running, runningPlatforms, SILENT_MS } from '../../features/rounds/running.ts';
import type { TrackLook } from '../open-look.ts';
import { listeningRole } from '../roles.ts';
import { fault, type Finding, type Findings, ok, warning } from './finding.ts';

type Listening = Pick<Config, 'slack'>;

/** Whether a bot runs, and whether its processes together do all that there is to do. */
export async function* lookAtBot(context: TrackLook, config: Listening): Findings {
  const running = await runningPlatforms(context);
  if (running) {
    yield ok('bot', `runs, on ${[...running].join(', ') || 'no platform'}`);
    yield* await unheard(context, running, config);
  } else {
    yield idleFinding(await isAnyRunning(context));
  }
}

const idleFinding = (isAny: boolean): Finding =>
  warning(
    'bot',
    isAny
      ? 'no process has the role worker: nothing is asked or revealed. Fix: WHETSTONE_ROLES=worker npm start'
      : 'none runs on this database: nothing is asked or revealed. Fix: npm start',
  );

async function isAnyRunning({ db, clock }: TrackLook): Promise<boolean> {
  const since = new Date((await clock.now(db)).getTime() - SILENT_MS);
  return (await processesSince(db, since)).length > 0;
}

/** The platforms on which rounds are asked, while nobody answers people there. */
async function unheard(
  { db, clock }: TrackLook,
  running: NonNullable<Running>,
  config: Listening,
): Promise<readonly Finding[]> {
  const until = await clock.now(db);
  const seen = await presences(db);
  return [...running].flatMap((name) => {
    const from = seen.get(name);
    return from && !isOutage({ from, until }) ? [] : [unheardFinding(name, from, config)];
  });
}

function unheardFinding(name: PlatformName, from: Date | undefined, config: Listening): Finding {
  const role = listeningRole(name, config);
  const since = from ? `, since ${from.toISOString()}` : '';
  return fault(
    'bot',
    `nobody hears ${name}${since}: buttons and commands there get no answer. Fix: see in the log of the process ` +
      `with the role ${role} why it does not connect; where none has that role, start one: ` +
      `WHETSTONE_ROLES=${role} npm start`,
  );
}
