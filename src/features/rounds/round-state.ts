import { type Expression, sql } from 'kysely';
import type { MessageRef } from '../../chat/place.ts';
import type { Db } from '../../db/connect.ts';
import { orNone } from '../../db/or-none.ts';
import type { Round, RoundStatus } from '../../db/tables.ts';

/** One step in a round's life: from which states it may be taken, where it leads, and who takes it. */
interface Step {
  readonly from: readonly RoundStatus[];
  readonly to: RoundStatus;
  readonly by: readonly string[];
}

/**
 * A round's state machine. `claimRound` inserts a round as `claimed`: it is due, and its question is on
 * its way. `open` takes answers until its deadline, `closed` owes its reveal, and `revealed` and `void`
 * are the end. Nothing else writes a round's status; the diagram is in docs/architecture.md.
 */
export const ROUND_MOVES = {
  /** The question stands in the channel. */
  open: { from: ['claimed'], to: 'open', by: ['askRound'] },
  /** The deadline has come, or a manager asks for the answer now. */
  close: { from: ['open'], to: 'closed', by: ['closeEndedRounds', 'revealNow'] },
  /** The reference answer is posted, or it cannot be and is given up. */
  reveal: { from: ['closed'], to: 'revealed', by: ['revealRound', 'revealWithheld', 'giveUpPart'] },
  /** The question is refused, it is too late for it, or its track was removed. */
  'void-unposted': {
    from: ['claimed'],
    to: 'void',
    by: ['askRound', 'giveUpQuestion', 'removeTrack'],
  },
  /** People deleted the question before it had a thread. */
  'void-deleted': { from: ['open'], to: 'void', by: ['askRound'] },
} as const satisfies Record<string, Step>;

/** One that is known, or one that the database tells when it writes. */
type Instant = Date | Expression<Date>;

/** A move and what it writes down about itself. */
export type RoundMove =
  | { readonly type: 'open'; readonly openedAt: Instant; readonly message: MessageRef }
  /** `excused` names those of the rounds that an outage spoiled. */
  | { readonly type: 'close'; readonly closedAt: Date; readonly excused: readonly number[] }
  | { readonly type: 'reveal' }
  | VoidMove;

/** Takes a round out of the count. */
export interface VoidMove {
  readonly type: 'void-unposted' | 'void-deleted';
  readonly reason: string;
}

type RoundMoved =
  | { readonly type: 'moved'; readonly round: Round }
  /** Nothing was changed: the round is in a state that the move does not start from, or is deleted. */
  | { readonly type: 'unfit'; readonly status: RoundStatus | undefined };

/** Makes a move if the round is, at that instant, in a state that the move starts from. */
export async function moveRound(db: Db, id: number, move: RoundMove): Promise<RoundMoved> {
  const [round] = await moveRounds(db, [id], move);
  if (round) return { type: 'moved', round };
  const now = db.selectFrom('rounds').select('status').where('id', '=', id);
  return { type: 'unfit', status: (await now.executeTakeFirst())?.status };
}

/** The same for several rounds in one statement. Returns those that moved; the others are left as they are. */
export async function moveRounds(
  db: Db,
  ids: readonly number[],
  move: RoundMove,
): Promise<readonly Round[]> {
  const { from, to } = ROUND_MOVES[move.type];
  return db
    .updateTable('rounds')
    .set({ status: to, ...columnsOf(move) })
    .where('id', 'in', orNone(ids))
    .where('status', 'in', [...from])
    .returningAll()
    .execute();
}

interface MoveColumns {
  readonly openedAt?: Instant;
  readonly message?: string;
  readonly closedAt?: Date;
  readonly excused?: Expression<boolean>;
  readonly voidReason?: string;
}

function columnsOf(move: RoundMove): MoveColumns {
  switch (move.type) {
    case 'open':
      return { openedAt: move.openedAt, message: JSON.stringify(move.message) };
    case 'close':
      return {
        closedAt: move.closedAt,
        excused: sql<boolean>`id = any(${move.excused}::integer[])`,
      };
    case 'reveal':
      return {};
    case 'void-unposted':
    case 'void-deleted':
      return { voidReason: move.reason };
  }
}
