import type { Language } from '../domain/language.ts';
import type { Candidate } from '../domain/pick-question.ts';
import type { Difficulty, Question, Translated } from '../domain/question.ts';
import { builtOnce, type InputOf } from './built-once.ts';
import type { Db } from './connect.ts';
import { orNone } from './or-none.ts';
import { prepared } from './prepared.ts';
import type { DeckRow, QuestionRow } from './tables.ts';

export interface StoredDeckHead {
  readonly name: string;
  /** Left out: a deck of the installation, open to every workspace. */
  readonly workspaceId?: number;
  readonly title: Translated;
  readonly description: Translated;
  readonly topics: Readonly<Record<string, Translated>>;
  readonly draft?: boolean;
}

/** Makes the deck or brings it up to date; one that was removed is back. */
export async function saveDeckHead(db: Db, head: StoredDeckHead): Promise<DeckRow> {
  const { name, workspaceId } = head;
  const texts = {
    title: JSON.stringify(head.title),
    description: JSON.stringify(head.description),
    topics: JSON.stringify(head.topics),
    draft: head.draft ?? false,
    removedAt: null,
    filesHash: null,
  };
  return db
    .insertInto('decks')
    .values({ name, workspaceId: workspaceId ?? null, ...texts })
    .onConflict((conflict) => conflict.columns(['workspaceId', 'name']).doUpdateSet(texts))
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Questions by slug with their hashes, retired ones included. */
export async function questionHashes(
  db: Db,
  deckId: number,
): Promise<ReadonlyMap<string, { readonly hash: string; readonly retired: boolean }>> {
  const rows = await db
    .selectFrom('questions')
    .select(['slug', 'hash', 'retiredAt'])
    .where('deckId', '=', deckId)
    .execute();
  return new Map(
    rows.map((row) => [row.slug, { hash: row.hash, retired: row.retiredAt !== null }]),
  );
}

interface SavedQuestion {
  readonly deckId: number;
  readonly question: Question;
  readonly languages: readonly Language[];
  readonly hash: string;
}

/** Writes a question by its slug: history hangs on the row, which stays the same. */
export async function saveQuestion(
  db: Db,
  { deckId, question, languages, hash }: SavedQuestion,
): Promise<void> {
  const columns = {
    topic: question.topic,
    difficulty: question.difficulty,
    languages: [...languages],
    body: JSON.stringify(question),
    hash,
    retiredAt: null,
  };
  await db
    .insertInto('questions')
    .values({ deckId, slug: question.id, ...columns })
    .onConflict((conflict) => conflict.columns(['deckId', 'slug']).doUpdateSet(columns))
    .execute();
}

interface Retirement {
  readonly deckId: number;
  readonly slugs: readonly string[];
  readonly at: Date;
}

/** Takes questions out of use; rounds that asked them keep them. */
export async function retireQuestions(db: Db, { deckId, slugs, at }: Retirement): Promise<void> {
  if (slugs.length === 0) return;
  await db
    .updateTable('questions')
    .set({ retiredAt: at })
    .where('deckId', '=', deckId)
    .where('slug', 'in', [...slugs])
    .where('retiredAt', 'is', null)
    .execute();
}

/** The decks a workspace may use: the installation's and its own. Without one, the installation's. */
export async function decksFor(db: Db, workspaceId?: number): Promise<readonly DeckRow[]> {
  return db
    .selectFrom('decks')
    .selectAll()
    .where((eb) =>
      eb.or([
        eb('workspaceId', 'is', null),
        ...(workspaceId === undefined ? [] : [eb('workspaceId', '=', workspaceId)]),
      ]),
    )
    .where('removedAt', 'is', null)
    .orderBy('workspaceId', (order) => order.nullsFirst())
    .orderBy('id')
    .execute();
}

export interface QuestionFilter {
  readonly deckIds: readonly number[];
  readonly language: Language;
  /** Empty: any. */
  readonly topics?: readonly string[];
  /** Empty: any. */
  readonly difficulties?: readonly Difficulty[];
}

/** Questions in use that a filter lets through. */
export async function questionPool(
  db: Db,
  filter: QuestionFilter,
): Promise<readonly QuestionRow[]> {
  return questionsIn(db, filter).selectAll().execute();
}

/** The same without what they say, for whoever has to choose one of them. */
export async function candidatesIn(db: Db, filter: QuestionFilter): Promise<readonly Candidate[]> {
  return questionsIn(db, filter).select(['id', 'slug', 'classic']).execute();
}

function questionsIn(
  db: Db,
  { deckIds, language, topics = [], difficulties = [] }: QuestionFilter,
) {
  let query = db
    .selectFrom('questions')
    .where('deckId', 'in', deckIds.length > 0 ? [...deckIds] : [-1])
    .where('retiredAt', 'is', null)
    .where((eb) => eb(eb.val(language), '=', eb.fn.any('languages')));
  if (topics.length > 0) query = query.where('topic', 'in', [...topics]);
  if (difficulties.length > 0) query = query.where('difficulty', 'in', [...difficulties]);
  return query.orderBy('id');
}

export async function questionById(db: Db, id: number): Promise<QuestionRow | undefined> {
  return db.selectFrom('questions').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function deckById(db: Db, id: number): Promise<DeckRow | undefined> {
  return db.selectFrom('decks').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function decksByIds(db: Db, ids: readonly number[]): Promise<readonly DeckRow[]> {
  return db.selectFrom('decks').selectAll().where('id', 'in', orNone(ids)).orderBy('id').execute();
}

/** Questions that are open, or about to be, in some round of the workspace. */
export async function openQuestionIds(db: Db, workspaceId: number): Promise<ReadonlySet<number>> {
  const rows = await openQuestions(db, { workspaceId });
  return new Set(rows.map((row) => row.questionId));
}

const openQuestions = builtOnce((db, given: InputOf<{ readonly workspaceId: number }>) =>
  db
    .selectFrom('rounds')
    .innerJoin('tracks', 'tracks.id', 'rounds.trackId')
    .select('rounds.questionId')
    .where('tracks.workspaceId', '=', given('workspaceId'))
    .where('rounds.status', 'in', ['claimed', 'open'])
    .modifyFront(prepared),
);

/** The questions of a deck that are in use, in the order of their ids. */
export async function questionsOfDeck(db: Db, deckId: number): Promise<readonly QuestionRow[]> {
  return db
    .selectFrom('questions')
    .selectAll()
    .where('deckId', '=', deckId)
    .where('retiredAt', 'is', null)
    .orderBy('slug')
    .execute();
}

/** How many questions of a deck are in use. */
export async function countQuestions(db: Db, deckId: number): Promise<number> {
  const { count } = await db
    .selectFrom('questions')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('deckId', '=', deckId)
    .where('retiredAt', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}
