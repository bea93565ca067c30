import type { PlatformName } from '../../chat/place.ts';
import { liveRounds } from '../../db/rounds.ts';
import type { Round, Track } from '../../db/tables.ts';
import { workspaceById } from '../../db/workspaces.ts';
import type { Context } from '../../delivery/context.ts';
import { type TrackGone, withTrack } from '../tracks/with-track.ts';
import { claimRound } from './claim-round.ts';
import { findWaits, type Waits } from './running.ts';

export type AskedNow =
  | { readonly type: 'asked'; readonly round: Round; readonly waits: Waits | undefined }
  /** A question is claimed and not posted yet: asking twice in haste asks once. */
  | { readonly type: 'already-coming'; readonly waits: Waits | undefined }
  /** The newest open round, where none was to be asked beside it. */
  | { readonly type: 'still-open'; readonly round: Round }
  | { readonly type: 'deck-empty' }
  /** Bots run, and none of them has the track's platform. */
  | { readonly type: 'not-set-up'; readonly platform: PlatformName }
  | { readonly type: 'suspended'; readonly track: Track }
  | TrackGone;

interface AskNow {
  readonly trackId: number;
  /** Even where a round is open: whoever answers only one of the two misses the other. */
  readonly beside?: boolean;
}

/** Opens a round of a track now, whatever its schedule says; a paused track stays paused. */
export async function askNow(
  context: Context,
  { trackId, beside = false }: AskNow,
): Promise<AskedNow> {
  return withTrack(context, trackId, async (inside, track): Promise<AskedNow> => {
    if (track.status === 'suspended') return { type: 'suspended', track };
    const { platform } = await workspaceById(inside.db, track.workspaceId);
    const waits = await findWaits(inside, platform);
    if (waits === 'platform-not-set-up') return { type: 'not-set-up', platform };
    const live = await liveRounds(inside.db, trackId);
    if (live.some(({ status }) => status === 'claimed')) return { type: 'already-coming', waits };
    const open = live.find(({ status }) => status === 'open');
    if (open && !beside) return { type: 'still-open', round: open };
    return ask(inside, track, waits);
  });
}

async function ask(context: Context, track: Track, waits: Waits | undefined): Promise<AskedNow> {
  const dueAt = await context.clock.now(context.db);
  const claimed = await claimRound(context, { track, dueAt });
  switch (claimed.type) {
    case 'claimed':
      return { type: 'asked', round: claimed.round, waits };
    case 'known':
      return { type: 'already-coming', waits };
    case 'deck-empty':
      return claimed;
  }
}
