import type { Db } from '../../db/connect.ts';
import { liveRounds, lockRound, updateRound } from '../../db/rounds.ts';
import type { Round, Track } from '../../db/tables.ts';
import { closeRound } from './close-rounds.ts';
import type { Context } from '../context.ts';
import { type TrackGone, withTrack } from '../tracks/with-track.ts';

export type RevealedNow =
  | { readonly type: 'closed'; readonly round: Round }
  | { readonly type: 'nothing-open' }
  | { readonly type: 'parked'; readonly track: Track }
  | TrackGone;

/** Closes a track's newest open round now and has its answer revealed. */
export async function revealNow(context: Context, id: number): Promise<RevealedNow> {
  return withTrack(context, id, async (tx, track): Promise<RevealedNow> => {
    if (track.status === 'parked') return { type: 'parked', track };
    const round = await lockOpenRound(tx, id);
    if (!round) return { type: 'nothing-open' };
    const now = await context.clock.now(tx);
    const ended = round.closesAt !== null && round.closesAt <= now;
    const closing = ended ? round : await updateRound(tx, round.id, { closesAt: now });
    await closeRound(context, tx, closing, now);
    return { type: 'closed', round: closing };
  });
}

async function lockOpenRound(tx: Db, trackId: number): Promise<Round | undefined> {
  const newest = (await liveRounds(tx, trackId)).find((round) => round.status === 'open');
  const locked = newest && (await lockRound(tx, newest.id, 'change'));
  return locked?.status === 'open' ? locked : undefined;
}
