import type { ImportReport } from '../../decks/import-deck.ts';
import type { Context } from '../../delivery/context.ts';
import type { Deck } from '../../domain/question.ts';
import { loadDeck, type LoadedDeck } from './load-deck.ts';
import { type QuestionNews, sortByNews, storedHashes } from './question-news.ts';
import { storedDeck } from './stored-deck.ts';

export type ImportRefusal =
  /** Nothing of it can be read. */
  | { readonly type: 'unreadable' }
  /**
   * Nobody knows its licence, and it is not for one workspace alone. `isPublished`: it comes from an address, so
   * that it is somebody else's.
   */
  | { readonly type: 'unlicensed'; readonly isPublished: boolean }
  /** A finished deck has the name that this one was only given after its file. */
  | { readonly type: 'namesake'; readonly name: string }
  /** Some was skipped, and these questions of the stored deck would be taken out of use. */
  | { readonly type: 'incomplete'; readonly name: string; readonly missing: readonly string[] };

export type StoredImport = { readonly type: 'stored'; readonly deck: LoadedDeck } | ImportRefusal;

/**
 * Stores what an import read, for a workspace alone or for all. A part of a new deck is a beginning, a
 * part of a known one a loss.
 */
export async function storeImport(
  context: Pick<Context, 'db' | 'clock' | 'log'>,
  read: ImportReport,
  workspaceId?: number,
): Promise<StoredImport> {
  const judged = await judgeImport(context, read, workspaceId);
  if (judged.type !== 'sound') return judged;
  return { type: 'stored', deck: await loadDeck(context, judged.deck, workspaceId) };
}

export type PlannedImport =
  { readonly type: 'planned'; readonly deck: Deck; readonly news: QuestionNews } | ImportRefusal;

/** What `storeImport` would do. */
export async function planImport(
  context: Pick<Context, 'db'>,
  read: ImportReport,
  workspaceId?: number,
): Promise<PlannedImport> {
  const judged = await judgeImport(context, read, workspaceId);
  if (judged.type !== 'sound') return judged;
  const { deck } = judged;
  const before = await storedHashes(context.db, { name: deck.name, workspaceId });
  return { type: 'planned', deck, news: sortByNews(deck.questions, before) };
}

async function judgeImport(
  context: Pick<Context, 'db'>,
  { deck, nameIsGuessed, skipped, origin }: ImportReport,
  workspaceId: number | undefined,
): Promise<{ readonly type: 'sound'; readonly deck: Deck } | ImportRefusal> {
  if (!deck) return { type: 'unreadable' };
  const unlicensed = workspaceId === undefined ? unlicensedImport(origin) : undefined;
  if (unlicensed) return unlicensed;
  const { name } = deck;
  const before = await storedDeck(context, name, workspaceId);
  if (before && nameIsGuessed && !before.draft) return { type: 'namesake', name };
  const missing = before && skipped.length > 0 ? lacking(deck, before) : [];
  return missing.length > 0 ? { type: 'incomplete', name, missing } : { type: 'sound', deck };
}

/** Refuses for all what nobody knows the licence of. */
export const unlicensedImport = (origin: ImportReport['origin']): ImportRefusal | undefined =>
  origin && origin.licence === undefined
    ? { type: 'unlicensed', isPublished: origin.address !== undefined }
    : undefined;

function lacking(deck: Deck, before: Deck): readonly string[] {
  const kept = new Set(deck.questions.map(({ id }) => id));
  return before.questions.map(({ id }) => id).filter((id) => !kept.has(id));
}
