import { sql } from 'kysely';
import type { Db } from '../../db/connect.ts';
import { decksFor, type QuestionFilter } from '../../db/decks.ts';
import { orNone } from '../../db/or-none.ts';
import type { Suggestion } from '../../db/tables.ts';
import { findAlike } from '../../decks/alike.ts';
import { DECK_LIMITS } from '../../decks/limits.ts';
import type { Context } from '../../delivery/context.ts';
import { seenText } from '../../domain/answer-text.ts';
import { DIFFICULTIES } from '../../domain/question.ts';
import { guessLanguage } from '../../domain/text/guess-language.ts';
import type { SuggestionFault } from './suggestion-faults.ts';
import { openSuggestions, type SuggestionText } from './suggestion-queries.ts';
import { suggestionTopics } from './suggestion-topics.ts';
import type { TypedQuestion } from './typed-question.ts';

export type CheckedSuggestion =
  | { readonly ok: true; readonly text: SuggestionText }
  | { readonly ok: false; readonly faults: readonly SuggestionFault[] };

export interface ToCheck {
  readonly workspaceId: number;
  readonly typed: TypedQuestion;
  /** The suggestion that is being edited. */
  readonly own?: number;
}

/**
 * Whether a question may be suggested as it is; all faults at once. It must be like no question in
 * use here and like no other suggestion that waits.
 */
export async function checkSuggestion(
  context: Context,
  { workspaceId, typed, own }: ToCheck,
): Promise<CheckedSuggestion> {
  const [question, answer] = [seenText(typed.question), seenText(typed.answer)];
  const language = guessLanguage(`${question} ${answer}`);
  const topics = await suggestionTopics(context, workspaceId, language);
  const topic = topics.find(({ id }) => id === typed.topic)?.id;
  const difficulty = DIFFICULTIES.find((each) => each === typed.difficulty);
  const faults = textFaults(question, answer);
  const other = await findOther(context, { workspaceId, question, language, own });
  if (other !== undefined) faults.push({ code: 'alike', other });
  if (!topic || !difficulty) faults.push({ code: 'choice-unknown' });
  if (faults.length > 0 || !topic || !difficulty) return { ok: false, faults };
  return { ok: true, text: { question, answer, topic, difficulty, language } };
}

function textFaults(question: string, answer: string): SuggestionFault[] {
  const faults: SuggestionFault[] = [];
  if (question === '') faults.push({ code: 'question-empty' });
  if (question.length > DECK_LIMITS.question) {
    faults.push({ code: 'question-too-long', most: DECK_LIMITS.question });
  }
  if (answer.length > DECK_LIMITS.typedAnswer)
    faults.push({ code: 'answer-too-long', most: DECK_LIMITS.typedAnswer });
  return faults;
}

interface Asking extends Pick<Suggestion, 'workspaceId' | 'question' | 'language'> {
  readonly own: number | undefined;
}

/** A question in use, or a waiting suggestion, that asks nearly the same. */
async function findOther(
  { db }: Context,
  { workspaceId, question, language, own }: Asking,
): Promise<string | undefined> {
  const decks = await decksFor(db, workspaceId);
  const inUse = questionTexts(db, { deckIds: decks.map((deck) => deck.id), language });
  const alike = await findAlike(question, { language, others: inUse });
  return (
    alike ?? findAlike(question, { language, others: waiting(db, { workspaceId, language, own }) })
  );
}

/** How the suggestions that nobody has decided on ask, in a language. */
async function* waiting(
  db: Db,
  { workspaceId, language, own }: Omit<Asking, 'question'>,
): AsyncGenerator<string> {
  for (const other of await openSuggestions(db, workspaceId)) {
    if (other.language === language && other.id !== own) yield other.question;
  }
}

/** How many questions are read at once, where only their words are looked at. */
const TEXTS_AT_ONCE = 200;

/** How the questions in use of some decks ask, in a language, read a few at a time. */
async function* questionTexts(
  db: Db,
  { deckIds, language }: Pick<QuestionFilter, 'deckIds' | 'language'>,
): AsyncGenerator<string> {
  for (let after = 0; ;) {
    const rows = await db
      .selectFrom('questions')
      .select(['id', sql<string>`body -> ${language} ->> 'question'`.as('text')])
      .where('deckId', 'in', orNone(deckIds))
      .where('retiredAt', 'is', null)
      .where((eb) => eb(eb.val(language), '=', eb.fn.any('languages')))
      .where('id', '>', after)
      .orderBy('id')
      .limit(TEXTS_AT_ONCE)
      .execute();
    for (const { text } of rows) yield text;
    const last = rows.at(-1);
    if (!last || rows.length < TEXTS_AT_ONCE) return;
    after = last.id;
  }
}
