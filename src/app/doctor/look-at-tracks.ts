import type { Track } from '../../db/tables.ts';
import { allTracks, type PlacedTrack } from '../../db/tracks.ts';
import { dayAt, isoDay } from '../../domain/day.ts';
import type { TrackFault } from '../../domain/track-plan.ts';
import { wallText } from '../../domain/wall-clock.ts';
import { icsFaultText } from '../../features/calendar/ics/ics-fault-text.ts';
import { icsOfTracks } from '../../features/calendar/ics/track-calendars.ts';
import { checkGroup } from '../../features/notify/check-group.ts';
import { type Running, runningPlatforms } from '../../features/rounds/running.ts';
import { inspectTrack } from '../../features/tracks/inspect-track.ts';
import { faultText } from '../../features/tracks/track-faults.ts';
import type { TrackLook } from '../open-look.ts';
import { fault, type Finding, type Findings, ok, warning } from './finding.ts';
import { lookAtJobs, lookAtLateRounds } from './look-at-jobs.ts';

/** Whether each track could hold its next round, and what is late or fails. */
export async function* lookAtTracks(context: TrackLook): Findings {
  const running = await runningPlatforms(context);
  const placed = await allTracks(context.db);
  if (placed.length === 0)
    yield warning('tracks', 'there is none yet. Fix: /track add in a channel.');
  for (const one of placed) yield* lookAtTrack(context, one, running);
  yield* lookAtLateRounds(context);
  yield* lookAtJobs(context);
}

/** Each track costs its platform a request or two, and a bot that starts has rounds to post. */
const LOOKED_AT_FIRST = 20;

/** How many tracks there are, if any, and when the next one asks, then what stands in the way of those that matter first. */
export async function* lookAtNextTracks(context: TrackLook): Findings {
  const placed = await allTracks(context.db);
  const running = await runningPlatforms(context);
  if (placed.length > 0) yield ok('tracks', tracksText(placed.map(({ track }) => track)));
  for (const one of placed.toSorted(byUrgency).slice(0, LOOKED_AT_FIRST)) {
    yield* lookAtTrack(context, one, running);
  }
  yield* lookAtJobs(context);
}

function tracksText(tracks: readonly Track[]): string {
  const suspended = tracks.filter(({ status }) => status === 'suspended').length;
  const [next] = tracks.filter(asks).toSorted((a, b) => dueMs(a) - dueMs(b));
  return [
    String(tracks.length),
    ...(suspended > 0 ? [`${suspended} of them suspended`] : []),
    next?.nextDueAt
      ? `the next question at ${wallText(next.timezone, next.nextDueAt)} in track ${next.id}`
      : 'none of them asks',
  ].join('; ');
}

const asks = ({ status, nextDueAt }: Track): boolean => status === 'active' && nextDueAt !== null;

const dueMs = ({ nextDueAt }: Track): number => nextDueAt?.getTime() ?? Infinity;

/** The suspended ones first, then those that ask soonest. */
function byUrgency({ track: a }: PlacedTrack, { track: b }: PlacedTrack): number {
  const suspendedFirst = Number(b.status === 'suspended') - Number(a.status === 'suspended');
  return suspendedFirst || (dueMs(a) === dueMs(b) ? 0 : dueMs(a) - dueMs(b));
}

async function* lookAtTrack(context: TrackLook, placed: PlacedTrack, running: Running): Findings {
  const { track, workspace } = placed;
  const check = `track ${track.id}`;
  const where = `${workspace.platform} ${workspace.externalId}/${track.channel}`;
  if (track.status === 'suspended') yield suspended(check, placed);
  yield* lookAtCalendar(context, track);
  for (const said of await checkGroup(context, placed, 'en')) yield warning(check, said);
  // A worker that has the platform does what this process could not, so only the channel is left unseen here.
  const isElsewhere =
    !context.platforms.has(workspace.platform) && running?.has(workspace.platform) === true;
  const found = await inspectTrack(context, placed);
  const faults = found.filter(({ code }) => !isElsewhere || code !== 'platform-not-set-up');
  for (const one of faults) {
    yield fault(check, `${where}: ${faultText(one, 'en')}${mending(one, track)}`);
  }
  if (faults.length > 0 || track.status === 'suspended') return;
  const unseen = isElsewhere
    ? `; the channel was not looked at, since ${workspace.platform} is set up in another process`
    : '';
  yield ok(check, `${where}: ${nextText(track)}${unseen}`);
}

function nextText(track: Track): string {
  const { status, nextDueAt, timezone } = track;
  if (status === 'paused') return pausedText(track);
  return nextDueAt ? `next question at ${wallText(timezone, nextDueAt)}` : 'no next question';
}

/** What the command line has for a fault, beside what its words say to do. */
function mending({ code }: TrackFault, { id }: Track): string {
  switch (code) {
    case 'pool-empty':
      return ` Fix: “track edit ${id}” with another --deck, --topics or --difficulties.`;
    case 'channel-gone':
    case 'channel-unsuitable':
    case 'channel-elsewhere':
      return ` Fix where it is to have another channel: “track remove ${id}”, then “track add”.`;
    default:
      return '';
  }
}

function pausedText({ resumesAt, timezone }: Track): string {
  return resumesAt ? `paused until ${isoDay(dayAt(resumesAt, timezone))}` : 'paused';
}

function suspended(check: string, { track }: PlacedTrack): Finding {
  const { suspendedReason, suspendedDetail } = track;
  const said = suspendedDetail === null ? '' : ` (${suspendedDetail})`;
  return fault(
    check,
    `is suspended: ${suspendedReason ?? 'unknown'}${said}. Fix: mend that; it goes on by itself, or by “track resume ${track.id}”.`,
  );
}

async function* lookAtCalendar({ db }: TrackLook, { id, timezone }: Track): Findings {
  const calendar = (await icsOfTracks(db, [id])).get(id);
  if (!calendar?.fault || !calendar.failedSince) return;
  const since = wallText(timezone, calendar.failedSince);
  const reason = icsFaultText(calendar.fault, 'en');
  yield warning(
    `track ${id}`,
    `its calendar of days off (${calendar.name}) cannot be read since ${since}: ${reason} The days that were read last stay. Fix: give another one under “Days to skip” in /track settings.`,
  );
}
