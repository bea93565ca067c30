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
  | {
      readonly type: 'closed';
      readonly round: Round;
      readonly waits: Waits | undefined;
      /** The numbers of the track's rounds that are open still, the newest first. */
      readonly stillOpen: readonly number[];
    }
  | { readonly type: 'nothing-open' }
  | { readonly type: 'suspended'; readonly track: Track }
  | TrackGone;

/** Closes a track's newest open round now and has its answer revealed. */
export async function revealNow(context: Context, trackId: number): Promise<RevealedNow> {
  return withTrack(context, trackId, async (inside, track): Promise<RevealedNow> => {
    if (track.status === 'suspended') return { type: 'suspended', track };
    const { db, clock } = inside;
    const [newest, ...others] = (await liveRounds(db, trackId)).filter(isOpen);
    const round = newest && (await lockRound(db, newest.id, 'change'));
    if (!round || !isOpen(round)) return { type: 'nothing-open' };
    const now = await clock.now(db);
    const ended = round.closesAt !== null && round.closesAt <= now;
    const closing = ended ? round : await endNow(db, round, now);
    await closeRounds(inside, { rounds: [closing], now });
    const { platform } = await workspaceById(db, track.workspaceId);
    const stillOpen = others.map(({ number }) => number);
    return { type: 'closed', round: closing, waits: await findWaits(inside, platform), stillOpen };
  });
}

/** What was withdrawn a moment ago was withdrawn before the deadline. */
async function endNow(tx: Db, { id }: Round, now: Date): Promise<Round> {
  const withdrawnAt = await lastWithdrawal(tx, id);
  const after = withdrawnAt ? withdrawnAt.getTime() + 1 : 0;
  return updateRound(tx, id, { closesAt: new Date(Math.max(now.getTime(), after)) });
}

const isOpen = ({ status }: Round): boolean => status === 'open';
