import { sql } from 'kysely';
import type { Db } from '../../db/connect.ts';

/** The corrections that hold: those that no other one takes back, and that take none back themselves. */
export function standingCorrections(db: Db) {
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
  standingCorrections(db).select('corrections.roundId').where('corrections.type', '=', 'void');

/** A correction as it stands in the log, in JSON. */
export interface LoggedCorrection {
  readonly type: 'void' | 'count-late';
  /** Null: it concerns everybody. */
  readonly member: number | null;
  readonly by: string | null;
  readonly at: string;
  readonly reason: string;
}

/** For each round, the corrections that hold. */
export function correctionsByRound(db: Db) {
  return standingCorrections(db)
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
