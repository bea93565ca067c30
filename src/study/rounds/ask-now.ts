import type { Db } from '../../db/connect.ts';
import { liveRounds } from '../../db/rounds.ts';
import type { Round, Track } from '../../db/tables.ts';
import { claimRound } from './claim-round.ts';
import type { Context } from '../context.ts';
import { type TrackGone, withTrack } from '../tracks/with-track.ts';

export type AskedNow =
  | { readonly type: 'asked'; readonly round: Round }
  /** A question is claimed and not posted yet: asking twice in haste asks once. */
  | { readonly type: 'already-coming' }
  | { readonly type: 'deck-empty' }
  | { readonly type: 'parked'; readonly track: Track }
  | TrackGone;

/** Opens a round of a track now, whatever its schedule says; a paused track stays paused. */
export async function askNow(context: Context, id: number): Promise<AskedNow> {
  return withTrack(context, id, async (tx, track): Promise<AskedNow> => {
    if (track.status === 'parked') return { type: 'parked', track };
    return ask(context, tx, track);
  });
}

async function ask(context: Context, tx: Db, track: Track): Promise<AskedNow> {
  const live = await liveRounds(tx, track.id);
  if (live.some((round) => round.status === 'claimed')) return { type: 'already-coming' };
  const claimed = await claimRound(context, tx, track, await context.clock.now(tx));
  switch (claimed.type) {
    case 'claimed':
      return { type: 'asked', round: claimed.round };
    case 'known':
      return { type: 'already-coming' };
    case 'deck-empty':
      return claimed;
  }
}
