import { plainSpans } from '../../chat/plain.ts';
import { decksByIds } from '../../db/decks.ts';
import type { Track, TrackStatus, Workspace } from '../../db/tables.ts';
import { allTracks } from '../../db/tracks.ts';
import type { Context } from '../../delivery/context.ts';
import { writeAnswering } from '../../domain/answering.ts';
import type { RoundsAhead, SkippedDays } from '../../domain/calendar.ts';
import { isoDay } from '../../domain/day.ts';
import { NONE_AHEAD, roundsOfTracks } from '../calendar/rounds-ahead.ts';
import { runningPlatforms, type Waits, whyWaits } from '../rounds/running.ts';
import { answeringOf } from '../tracks/answering-of.ts';
import { readTrackSettings, type SettingLine } from '../tracks/read-track-settings.ts';
import { type NewestRounds, newestRounds } from './newest-rounds.ts';

/** How a track stands, for whoever runs the bot. */
export interface TrackReport extends NewestRounds {
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
}

/** Days such as `2026-12-24`, both included. */
interface ReportedSkip extends Pick<SkippedDays, 'reason'> {
  readonly from: string;
  readonly until: string;
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
  const roundsOf = await newestRounds(
    context.db,
    all.map(({ track }) => track.id),
  );
  return all.map(({ track, workspace }, index) => {
    // What is suspended waits for something else, and says so.
    const waits = track.status === 'suspended' ? undefined : whyWaits(running, workspace.platform);
    return {
      ...reportTrack(track, workspace, names),
      settings: settingTexts(settingsOf(track.id)),
      ...reportAhead(ahead[index] ?? NONE_AHEAD),
      ...(waits && { waits }),
      ...roundsOf(track.id),
    };
  });
}

function reportTrack(
  track: Track,
  workspace: Workspace,
  deckNames: ReadonlyMap<number, string>,
): Omit<TrackReport, 'next' | 'skipped' | 'settings' | keyof NewestRounds> {
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
