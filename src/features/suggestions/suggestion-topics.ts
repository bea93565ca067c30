import type { Context } from '../../delivery/context.ts';
import type { Language } from '../../domain/language.ts';
import { quizTopics } from '../decks/topics.ts';
import { suggestionWords } from './words/index.ts';

/** For a question that fits no topic of any deck here. */
export const OTHER_TOPIC = 'other';

export interface Topic {
  readonly id: string;
  readonly title: string;
}

/** The topics a suggested question may have: those of the decks the workspace may use, and `other`. */
export async function suggestionTopics(
  context: Context,
  workspaceId: number,
  language: Language,
): Promise<readonly Topic[]> {
  const topics = await quizTopics(context, workspaceId, language);
  const other = { id: OTHER_TOPIC, title: suggestionWords(language).otherTopic };
  return [...topics.filter(({ id }) => id !== OTHER_TOPIC), other];
}
