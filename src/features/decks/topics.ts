import { decksFor } from '../../db/decks.ts';
import type { Language } from '../../domain/language.ts';
import { translatedTo } from '../../domain/question.ts';
import type { Context } from '../../delivery/context.ts';

/** The topics there are to choose from, with titles, in the decks a workspace may use. */
export async function quizTopics(
  context: Context,
  workspaceId: number | undefined,
  language: Language,
): Promise<readonly { readonly id: string; readonly title: string }[]> {
  const decks = await decksFor(context.db, workspaceId);
  const topics = new Map<string, string>();
  for (const deck of decks) {
    for (const [id, title] of Object.entries(deck.topics)) {
      topics.set(id, translatedTo(title, language) ?? id);
    }
  }
  return [...topics].map(([id, title]) => ({ id, title }));
}
