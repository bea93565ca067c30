import type { Day } from '../../domain/day.ts';
import type { Grade } from '../../domain/memory/study-card.ts';

/** How a member rated a question on a day: once a day at most. */
export interface StudyReviewTable {
  readonly memberId: number;
  readonly questionId: number;
  readonly reviewedOn: Day;
  readonly grade: Grade;
}
