import { plainSpans } from '../../chat/plain.ts';
import type { Db } from '../../db/connect.ts';
import { decksByIds } from '../../db/decks.ts';
import { lastRound } from '../../db/rounds.ts';
import type { Round, Track, TrackStatus, Workspace } from '../../db/tables.ts';
import { allTracks } from '../../db/tracks.ts';
import type { Context } from '../../delivery/context.ts';
import { writeAnswering } from '../../domain/answering.ts';
import type { RoundsAhead, SkippedDays } from '../../domain/calendar.ts';
import { isoDay } from '../../domain/day.ts';
import { NONE_AHEAD, roundsOfTracks } from '../calendar/rounds-ahead.ts';
import { runningPlatforms, type Waits, whyWaits } from '../rounds/running.ts';
import { countAnswers } from '../standings/counted-answers.ts';
import { answeringOf } from '../tracks/answering-of.ts';
import { readTrackSettings, type SettingLine } from '../tracks/read-track-settings.ts';

/** How a track stands, for whoever runs the bot. */
export interface TrackReport {
  readonly track: number;
  readonly platform: Workspace['platform'];
  /** The platform's id, and the name where it is known. */
  readonly workspace: string;
  readonly workspaceName: string;
  readonly channel: string;
  /** Names. */
  readonly decks: readonly string[];
  readonly cron: string;
  readonly timezone: string;
  /** As an operator writes it: `90s`, `8h`, `until-next`. */
  readonly answering: string;
  readonly language: Track['language'];
  /** Empty: every one. */
  readonly topics: Track['topics'];
  readonly difficulties: Track['difficulties'];
  /** What is set beside its plan, in English, by the setting's name. */
  readonly settings: Readonly<Record<string, string>>;
  readonly status: TrackStatus;
  readonly suspendedReason: string | null;
  /** What the platform said when it refused. */
  readonly suspendedDetail: string | null;
  readonly nextDueAt: Date | null;
  /** The next three rounds. */
  readonly next: readonly Date[];
  /** The days that are skipped before the last of them, though a round would have been due. */
  readonly skipped: readonly ReportedSkip[];
  /** Why nothing is asked or revealed although it is active; left out where nothing stands in the way. */
  readonly waits?: Waits;
  /** Left out before the first. */
  readonly lastRound?: RoundReport;
  /** The newest round, where something of it could not be done. */
  readonly failed?: FailedRound;
}

/** Days such as `2026-12-24`, both included. */
interface ReportedSkip extends Pick<SkippedDays, 'reason'> {
  readonly from: string;
  readonly until: string;
}

type FailedRound = Pick<Round, 'number' | 'failure' | 'failures'>;

export interface RoundReport extends Pick<
  Round,
  'number' | 'status' | 'openedAt' | 'closesAt' | 'closedAt'
> {
  /** Members who answered in time, and who came late. */
  readonly answers: number;
  readonly late: number;
}

/** Every track there is, oldest first; removed ones left out. */
export async function trackStatus(context: Context): Promise<readonly TrackReport[]> {
  const all = await allTracks(context.db);
  const decks = await decksByIds(
    context.db,
    all.flatMap(({ track }) => track.deckIds),
  );
  const names = new Map(decks.map((deck) => [deck.id, deck.name]));
  const ahead = await roundsOfTracks(
    context,
    all.map(({ track }) => track),
  );
  const running = await runningPlatforms(context);
  const settingsOf = await readTrackSettings(
    context,
    all.map(({ track }) => track),
    'en',
  );
  const reports: TrackReport[] = [];
  for (const [index, { track, workspace }] of all.entries()) {
    const last = await reportRound(context, track);
    const failed = await reportFailure(context, track);
    // What is suspended waits for something else, and says so.
    const waits = track.status === 'suspended' ? undefined : whyWaits(running, workspace.platform);
    reports.push({
      ...reportTrack(track, workspace, names),
      settings: settingTexts(settingsOf(track.id)),
      ...reportAhead(ahead[index] ?? NONE_AHEAD),
      ...(waits && { waits }),
      ...(last && { lastRound: last }),
      ...(failed && { failed }),
    });
  }
  return reports;
}

function reportTrack(
  track: Track,
  workspace: Workspace,
  deckNames: ReadonlyMap<number, string>,
): Omit<TrackReport, 'next' | 'skipped' | 'settings'> {
  const { id, channel, cron, timezone, language, topics, difficulties } = track;
  const { status, suspendedReason, suspendedDetail, nextDueAt } = track;
  return {
    track: id,
    platform: workspace.platform,
    workspace: workspace.externalId,
    workspaceName: workspace.name,
    channel,
    decks: track.deckIds.map((deck) => deckNames.get(deck) ?? `#${deck}`),
    ...{ cron, timezone, answering: writeAnswering(answeringOf(track)) },
    ...{ language, topics, difficulties, status, suspendedReason, suspendedDetail, nextDueAt },
  };
}

function settingTexts(settings: readonly SettingLine[]): Readonly<Record<string, string>> {
  const set = settings.flatMap(({ setting: { name }, value }) =>
    value ? [[name, plainSpans(value)] as const] : [],
  );
  return Object.fromEntries(set);
}

function reportAhead({ asked, skipped }: RoundsAhead): Pick<TrackReport, 'next' | 'skipped'> {
  return {
    next: asked,
    skipped: skipped.map(({ from, until, reason }) => ({
      from: isoDay(from),
      until: isoDay(until),
      reason,
    })),
  };
}

async function reportFailure({ db }: Context, { id }: Track): Promise<FailedRound | undefined> {
  const round = await failedRound(db, id);
  return round && { number: round.number, failure: round.failure, failures: round.failures };
}

async function reportRound({ db }: Context, { id }: Track): Promise<RoundReport | undefined> {
  const round = await lastRound(db, id);
  if (!round) return undefined;
  const { number, status, openedAt, closesAt, closedAt } = round;
  const { inTime, late } = await countAnswers(db, round.id);
  return { number, status, openedAt, closesAt, closedAt, answers: inTime, late };
}

/** The track's newest round that failed and has not been got over, void ones included. */
async function failedRound(db: Db, trackId: number): Promise<Round | undefined> {
  const newest = db
    .selectFrom('rounds')
    .selectAll()
    .where('trackId', '=', trackId)
    .orderBy('number', 'desc')
    .limit(1);
  const round = await newest.executeTakeFirst();
  return round?.failure === null ? undefined : round;
}
