import { type Language, LANGUAGES, type Localized } from '../domain/language.ts';
import type { Deck, Question, Translated } from '../domain/question.ts';
import { inEach } from './formats/topics.ts';
import { complaints } from './issue.ts';
import { questionLanguages } from './languages.ts';
import { DECK_LIMITS } from './limits.ts';
import { type DeckHead, deckHeadSchema } from './schema.ts';
import { slugOf } from './slug.ts';

export type Completed =
  { readonly ok: true; readonly deck: Deck } | { readonly ok: false; readonly reason: Localized };

/**
 * A whole deck from questions and what little their file said of it. What had to be made up makes it
 * a draft. `name` is the file's.
 */
export function completeDeck(
  known: Partial<DeckHead>,
  questions: readonly Question[],
  name: string,
): Completed {
  const languages = LANGUAGES.filter((language) =>
    questions.some((question) => questionLanguages(question).includes(language)),
  );
  const head = deckHeadSchema.safeParse({
    ...known,
    name: known.name ?? slugOf(name) ?? 'imported',
    title: known.title ?? inEach(languages, name.slice(0, DECK_LIMITS.title)),
    topics: { ...known.topics, ...missingTopics(known, questions, languages) },
    ...(isMadeUp(known) && { draft: true }),
  });
  if (!head.success) return { ok: false, reason: complaints(head.error) };
  return { ok: true, deck: { ...head.data, questions } };
}

const isMadeUp = (known: Partial<DeckHead>): boolean =>
  known.title === undefined || known.topics === undefined;

function missingTopics(
  { topics = {} }: Partial<DeckHead>,
  questions: readonly Question[],
  languages: readonly Language[],
): Record<string, Translated> {
  const ids = new Set(questions.map(({ topic }) => topic));
  const missing = [...ids].filter((id) => !Object.hasOwn(topics, id));
  return Object.fromEntries(missing.map((id) => [id, inEach(languages, id)]));
}
