import type { Db } from '../../db/connect.ts';
import { roundById } from '../../db/rounds.ts';
import { isRowId } from '../../db/row-id.ts';
import type { Round, Track } from '../../db/tables.ts';
import { trackById } from '../../db/tracks.ts';

export type OwnRound =
  | { readonly type: 'found'; readonly round: Round; readonly track: Track }
  | { readonly type: 'refused'; readonly fault: 'round-unknown' | 'track-removed' | 'not-open' };

/**
 * A round by an id that came from outside, such as a button's. A round of another workspace is not
 * known here, whoever asks.
 */
export async function findOwnRound(
  db: Db,
  roundId: number,
  workspaceId: number,
): Promise<OwnRound> {
  const round = isRowId(roundId) ? await roundById(db, roundId) : undefined;
  const track = round && (await trackById(db, round.trackId));
  if (!round || track?.workspaceId !== workspaceId) {
    return { type: 'refused', fault: 'round-unknown' };
  }
  if (track.status === 'removed') return { type: 'refused', fault: 'track-removed' };
  if (round.status === 'void' || !round.closesAt) return { type: 'refused', fault: 'not-open' };
  return { type: 'found', round, track };
}
