import type { Db } from '../../db/connect.ts';
import type { Round } from '../../db/tables.ts';
import { LATE_EDIT, type RecordedGesture, recordedGestures } from './answer-queries.ts';
import { lateEditMark, type Submission } from './submit-answer.ts';

export type Revision = Pick<Submission, 'sourceKey' | 'gesture' | 'saidAt' | 'revisedAt'>;

/**
 * Reads what a round has on record, and returns whether submitting a revision would change nothing. It
 * may err only towards submitting: {@link submitAnswer} decides again.
 */
export async function recordedAnswers(
  db: Db,
  { id, closesAt }: Pick<Round, 'id' | 'closesAt'>,
): Promise<(revision: Revision) => boolean> {
  const recorded = await recordedGestures(db, id);
  const byKey = new Map(recorded.map((one) => [one.sourceKey, one]));
  const byGesture = new Map(recorded.map((one) => [one.gesture, one]));
  return ({ sourceKey, gesture, saidAt, revisedAt }) => {
    const isLate = closesAt !== null && revisedAt >= closesAt;
    const mark = isLate ? lateEditMark({ saidAt, revisedAt }) : '';
    const keptAs = [byKey.get(sourceKey + mark), byGesture.get(gesture + mark)];
    const earlier = [
      byKey.get(sourceKey),
      byKey.get(sourceKey + LATE_EDIT),
      byGesture.get(gesture),
    ];
    return (
      earlier.some((one) => isWithdrawn(one, revisedAt)) ||
      keptAs.some((one) => one !== undefined && one.revisedAt >= revisedAt)
    );
  };
}

/** What an edit left without words may be given words again by a later one. */
function isWithdrawn(one: RecordedGesture | undefined, revisedAt: Date): boolean {
  if (!one?.withdrawnAt) return false;
  return !(one.emptied && one.revisedAt < revisedAt);
}
