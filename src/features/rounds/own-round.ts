import { builtOnce, type InputOf } from '../../db/built-once.ts';
import type { Db } from '../../db/connect.ts';
import { prepared } from '../../db/prepared.ts';
import { isRowId } from '../../db/row-id.ts';
import type { Round, Track } from '../../db/tables.ts';
import { ROUND_COLUMNS } from '../../db/tables/rounds.ts';

export type OwnRound =
  | {
      readonly type: 'found';
      readonly round: Round;
      readonly track: Pick<Track, 'id' | 'workspaceId' | 'channel'>;
    }
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
  if (!isRowId(roundId)) return UNKNOWN;
  const [row] = await ownRound(db, { roundId, workspaceId });
  return ownRoundOf(row);
}

/** Finds such a round and locks it for this transaction: closing the round waits for it, or it for the closing. */
export async function lockOwnRound(
  db: Db,
  roundId: number,
  workspaceId: number,
): Promise<OwnRound> {
  if (!isRowId(roundId)) return UNKNOWN;
  const [row] = await sharedOwnRound(db, { roundId, workspaceId });
  return ownRoundOf(row);
}

const UNKNOWN: OwnRound = { type: 'refused', fault: 'round-unknown' };

interface Owned {
  readonly roundId: number;
  readonly workspaceId: number;
}

const ownRound = builtOnce(ownRounds);

const sharedOwnRound = builtOnce((db, given: InputOf<Owned>) =>
  ownRounds(db, given).forShare('rounds'),
);

function ownRounds(db: Db, given: InputOf<Owned>) {
  return db
    .selectFrom('rounds')
    .innerJoin('tracks', 'tracks.id', 'rounds.trackId')
    .modifyFront(prepared)
    .select(ROUND_COLUMNS.map((column) => `rounds.${column}` as const))
    .select(['tracks.workspaceId', 'tracks.channel', 'tracks.status as trackStatus'])
    .where('rounds.id', '=', given('roundId'))
    .where('tracks.workspaceId', '=', given('workspaceId'));
}

type PlacedRound = Round &
  Pick<Track, 'workspaceId' | 'channel'> & { readonly trackStatus: Track['status'] };

function ownRoundOf(row: PlacedRound | undefined): OwnRound {
  if (!row) return UNKNOWN;
  const { workspaceId, channel, trackStatus, ...round } = row;
  if (trackStatus === 'removed') return { type: 'refused', fault: 'track-removed' };
  if (round.status === 'void' || !round.closesAt) return { type: 'refused', fault: 'not-open' };
  return { type: 'found', round, track: { id: round.trackId, workspaceId, channel } };
}
