import { sql } from 'kysely';
import type { Db } from '../../db/connect.ts';

/** The corrections in force: no later one takes them back, and they take none back themselves. */
export function correctionsInForce(db: Db) {
  return db
    .selectFrom('corrections')
    .where('corrections.takesBack', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('corrections as later')
            .select('later.id')
            .whereRef('later.takesBack', '=', 'corrections.id'),
        ),
      ),
    );
}

/** The rounds that a correction made void. */
export const voidedRounds = (db: Db) =>
  correctionsInForce(db).select('corrections.roundId').where('corrections.type', '=', 'void');

/** A correction in a round’s log, as JSON. */
export interface LoggedCorrection {
  readonly type: 'void' | 'count-late';
  /** Null: it concerns everybody. */
  readonly member: number | null;
  readonly by: string | null;
  readonly at: string;
  readonly reason: string;
}

/** Lists the corrections in force of each round. */
export function correctionsByRound(db: Db) {
  return correctionsInForce(db)
    .innerJoin('rounds', 'rounds.id', 'corrections.roundId')
    .leftJoin('members as makers', 'makers.id', 'corrections.madeBy')
    .select('corrections.roundId')
    .select(
      sql<LoggedCorrection[]>`json_agg(json_build_object(
        'type', corrections.type, 'member', corrections.member_id, 'by', makers.name,
        'at', corrections.made_at, 'reason', corrections.reason
      ) order by corrections.id)`.as('corrections'),
    )
    .groupBy('corrections.roundId');
}
