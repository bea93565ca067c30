import type { Context } from '../../delivery/context.ts';
import type { Day } from '../../domain/day.ts';
import type { MissedPoint, StudyCard } from '../../domain/memory/study-card.ts';

export interface PointsLeftOut {
  readonly memberId: number;
  readonly questionId: number;
  /** The ids of the key points, the weightiest first; empty where none was left out. */
  readonly points: readonly string[];
  readonly on: Day;
}

/** Keeps which key points a member left out the last time, in place of those that they left out before. */
export async function saveMissedPoints(
  { db }: Pick<Context, 'db'>,
  { memberId, questionId, points, on }: PointsLeftOut,
): Promise<void> {
  const missed = JSON.stringify(points.map((point): MissedPoint => ({ point, on })));
  await db
    .insertInto('studyCards')
    .values({ memberId, questionId, metOn: on, missed })
    .onConflict((conflict) =>
      conflict.columns(['memberId', 'questionId']).doUpdateSet((eb) => ({
        missed,
        metOn: eb.fn<Day>('greatest', ['studyCards.metOn', 'excluded.metOn']),
      })),
    )
    .execute();
}

/** The points to remind of once a member had the question on a day: those that they left out on that day or later. */
export const stillMissed = ({ missed = [] }: StudyCard, on: Day): readonly MissedPoint[] =>
  missed.filter((point) => point.on >= on);
