import type { Message } from '../../chat/message.ts';
import { storedFacts } from '../decks/question-facts.ts';
import { meetQuestion } from '../memory/meet-question.ts';
import { studyOf } from '../memory/study.ts';
import type { Request } from '../shared/feature.ts';
import { readCarried } from './carried-choice.ts';
import { optionsCard, type PracticeFacts } from './options-card.ts';
import { quizQuestion } from './quiz-question.ts';
import { quizWords } from './words/index.ts';

export interface PracticePress extends Pick<PracticeFacts, 'place'> {
  /** What the button bears: the question's id first, the choice last. */
  readonly args: readonly string[];
  /** Whether the choice is complete. */
  readonly press: 'pick' | 'check';
}

export type PressedOption =
  /** The question is open in a round now, or not known here. */
  | { readonly type: 'gone'; readonly questionId: number }
  /** There is more to pick, or the options have changed and are asked anew. */
  | { readonly type: 'asked'; readonly message: Message }
  | { readonly type: 'checked'; readonly questionId: number; readonly picked: readonly number[] };

/** Takes a press on an option outside of rounds. Whoever has their choice checked has met the question today. */
export async function pressOption(
  request: Request,
  { place, args, press }: PracticePress,
): Promise<PressedOption> {
  const { context, workspace, member, language } = request;
  const questionId = Number(args[0]);
  const row = await quizQuestion(context, { id: questionId, workspaceId: workspace.id });
  if (!row) return { type: 'gone', questionId };
  const picked = readCarried(row.body, args.at(-1) ?? '');
  if (picked && press === 'check' && picked.length > 0) {
    const { today } = await studyOf(request);
    await meetQuestion(context.db, { memberId: member.id, questionId, on: today, language });
    return { type: 'checked', questionId, picked };
  }
  const message = optionsCard({
    ...(await storedFacts(context, row, language)),
    ...{ questionId, place, args: args.slice(0, -1), picked: picked ?? [] },
    ...(!picked && { told: quizWords(language).changed }),
  });
  return { type: 'asked', message };
}
