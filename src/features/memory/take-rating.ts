import { GRADES } from '../../domain/memory/study-card.ts';
import type { Request } from '../shared/feature.ts';
import { type Rated, rateQuestion } from './rate-question.ts';
import { ratedText } from './rated-text.ts';
import { studyOf } from './study.ts';

export interface TakenRating {
  readonly rated: Rated;
  /** What the member is told of it. */
  readonly text: string;
}

/** Takes a rating by a button that `ratingRow` made, from the arguments that it bears. */
export async function takeRating(
  request: Request,
  [questionId, given, shownOn]: readonly string[],
): Promise<TakenRating> {
  const { context, workspace, member, language } = request;
  const { today } = await studyOf(request);
  const grade = GRADES.find((one) => one === given);
  const rated: Rated = grade
    ? await rateQuestion(context, {
        ...{ memberId: member.id, workspaceId: workspace.id, grade, today },
        ...{ questionId: Number(questionId), shownOn: Number(shownOn) },
      })
    : { type: 'question-unknown' };
  return { rated, text: ratedText(language, rated, today) };
}
