import type { Db } from '../../db/connect.ts';
import { liveRounds, lockRound, updateRound } from '../../db/rounds.ts';
import type { Round, Track } from '../../db/tables.ts';
import { workspaceById } from '../../db/workspaces.ts';
import type { Context } from '../../delivery/context.ts';
import { lastWithdrawal } from '../answers/answer-queries.ts';
import { closeRounds } from '../rounds/close-rounds.ts';
import { findWaits, type Waits } from '../rounds/running.ts';
import { type TrackGone, withTrack } from '../tracks/with-track.ts';

export type RevealedNow =
  | { readonly type: 'closed'; readonly round: Round; readonly waits: Waits | undefined }
  | { readonly type: 'nothing-open' }
  | { readonly type: 'suspended'; readonly track: Track }
  | TrackGone;

/** Closes a track's newest open round now and has its answer revealed. */
export async function revealNow(context: Context, trackId: number): Promise<RevealedNow> {
  return withTrack(context, trackId, async (inside, track): Promise<RevealedNow> => {
    if (track.status === 'suspended') return { type: 'suspended', track };
    const { db, clock } = inside;
    const round = await lockOpenRound(db, trackId);
    if (!round) return { type: 'nothing-open' };
    const now = await clock.now(db);
    const ended = round.closesAt !== null && round.closesAt <= now;
    const closing = ended ? round : await endNow(db, round, now);
    await closeRounds(inside, { rounds: [closing], now });
    const { platform } = await workspaceById(db, track.workspaceId);
    return { type: 'closed', round: closing, waits: await findWaits(inside, platform) };
  });
}

/** What was withdrawn a moment ago was withdrawn before the deadline. */
async function endNow(tx: Db, { id }: Round, now: Date): Promise<Round> {
  const withdrawnAt = await lastWithdrawal(tx, id);
  const after = withdrawnAt ? withdrawnAt.getTime() + 1 : 0;
  return updateRound(tx, id, { closesAt: new Date(Math.max(now.getTime(), after)) });
}

async function lockOpenRound(tx: Db, trackId: number): Promise<Round | undefined> {
  const newest = (await liveRounds(tx, trackId)).find((round) => round.status === 'open');
  const locked = newest && (await lockRound(tx, newest.id, 'change'));
  return locked?.status === 'open' ? locked : undefined;
}
