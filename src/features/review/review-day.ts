import { openQuestionIds } from '../../db/decks.ts';
import { type DayInput, type DayPlan, planDay } from '../../domain/memory/plan-day.ts';
import { aboutCards, interviewsFrom } from '../memory/interviews.ts';
import { loadCards, type StoredCard } from '../memory/stored-cards.ts';
import { type Student, type Study, studyOf } from '../memory/study.ts';
import type { Request } from '../shared/feature.ts';

/** A member's day: what is to be asked, and what that follows from. */
export interface ReviewDay {
  readonly study: Study;
  readonly input: DayInput & { readonly cards: readonly StoredCard[] };
  readonly plan: DayPlan;
}

/** The member who is told of their day, whether or not they have asked for it just now. */
type Reviewer = Student & Pick<Request, 'language'>;

/** Plans a member's day anew from their cards, so that it takes in whatever happened since it was planned last. */
export async function reviewDay(reviewer: Reviewer): Promise<ReviewDay> {
  const { context, workspace, member, language } = reviewer;
  const whose = { memberId: member.id, workspaceId: workspace.id };
  const [study, cards, open] = await Promise.all([
    studyOf(reviewer),
    loadCards(context.db, { ...whose, language, inUse: true }),
    openQuestionIds(context.db, workspace.id),
  ]);
  const { today, cap } = study;
  const interviews = aboutCards(await interviewsFrom(context.db, member.id, today), cards);
  const input = { cards, today, cap, interviews, open };
  return { study, input, plan: planDay(input) };
}
