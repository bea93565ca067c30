import type { MemberProfile, ThreadEvent } from '../../../../src/chat/event.ts';
import type { Round, Track } from '../../../../src/db/tables.ts';
import { insertTrack } from '../../../../src/db/tracks.ts';
import { saveWorkspace } from '../../../../src/db/workspaces.ts';
import type { TimeRange } from '../../../../src/domain/outage.ts';
import { nextDue } from '../../../../src/domain/schedule.ts';
import { notePresence } from '../../../../src/features/rounds/note-presence.ts';
import type { QuietPlatform } from '../../../support/quiet-platform.ts';
import type { World } from '../../../support/world.ts';
import type { Corrections, DaysOff, Said } from './expected.ts';

/** A track of its own in a workspace of its own, and all that was said there. */
export interface History {
  readonly world: World;
  readonly track: Track;
  readonly workspace: string;
  readonly platform: QuietPlatform;
  readonly said: Said[];
  /** When nobody looked at the clock. */
  readonly away: TimeRange[];
  /** What members said of their days off, in order. */
  readonly daysOff: DaysOff[];
  readonly corrections: Corrections;
  /** What happened in threads, delivered or not. */
  readonly events: ThreadHappening[];
}

export interface ThreadHappening {
  readonly said: Said;
  readonly event: ThreadEvent;
}

export const MEMBERS = [0, 1, 2];

const SCHEDULE = { cron: '0 10 * * *', timezone: 'UTC' };

export async function startHistory(
  { world, platform }: Pick<History, 'world' | 'platform'>,
  deckId: number,
  workspace: string,
): Promise<History> {
  const { db } = world.context;
  const { id } = await saveWorkspace(db, { platform: 'discord', externalId: workspace });
  const track = await insertTrack(db, {
    workspaceId: id,
    channel: `channel of ${workspace}`,
    deckIds: [deckId],
    topics: [],
    difficulties: [],
    answeringSeconds: 20 * 3600,
    language: 'en',
    nextDueAt: nextDue(SCHEDULE, world.clock.peek()) ?? null,
    ...SCHEDULE,
  });
  await notePresence(world.context);
  return {
    world,
    platform,
    track,
    workspace,
    said: [],
    away: [],
    daysOff: [],
    corrections: { void: new Set(), counted: new Set() },
    events: [],
  };
}

/** Pauses the track, resumes it, or ends it for good. */
export async function setStatus(
  { world, track }: History,
  status: 'active' | 'paused' | 'removed',
): Promise<void> {
  const due = status === 'active' ? nextDue(SCHEDULE, world.clock.peek()) : undefined;
  const update = world.context.db.updateTable('tracks').where('id', '=', track.id);
  await update.set({ status, nextDueAt: due ?? null }).execute();
}

export async function roundsOf({ world, track }: History): Promise<readonly Round[]> {
  return world.context.db
    .selectFrom('rounds')
    .selectAll()
    .where('trackId', '=', track.id)
    .orderBy('number')
    .execute();
}

export function profileOf(member: number): MemberProfile {
  return { id: `member-${member}`, name: `Member ${member}` };
}
