import { decksFor } from '../../db/decks.ts';
import type { Context } from '../../delivery/context.ts';
import type { Language } from '../../domain/language.ts';
import { topicTitle } from './titles.ts';

/** The topics there are to choose from, with titles, in the decks a workspace may use. */
export async function quizTopics(
  context: Context,
  workspaceId: number | undefined,
  language: Language,
): Promise<readonly { readonly id: string; readonly title: string }[]> {
  const decks = await decksFor(context.db, workspaceId);
  const ids = new Set(decks.flatMap(({ topics }) => Object.keys(topics)));
  return [...ids].map((id) => ({ id, title: topicTitle(decks, id, language) }));
}
