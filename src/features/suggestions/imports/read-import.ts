import type { SentFile } from '../../../chat/event.ts';
import { PlatformError } from '../../../chat/platform.ts';
import type { Db } from '../../../db/connect.ts';
import { decksFor } from '../../../db/decks.ts';
import { saveDraft } from '../../../db/drafts.ts';
import type { ImportReport } from '../../../decks/import-deck.ts';
import { DECK_BYTES } from '../../../decks/limits.ts';
import { slugOf } from '../../../decks/slug.ts';
import type { Context } from '../../../delivery/context.ts';
import type { Language } from '../../../domain/language.ts';
import type { Deck } from '../../../domain/question.ts';
import { sortByNews, storedHashes } from '../../decks/question-news.ts';
import { OWN_DECK } from '../own-deck.ts';
import type { Manager } from '../own-suggestion.ts';
import type { TargetDeck } from './add-questions.ts';

/** What a manager put into the form. */
export interface TypedImport {
  readonly file: SentFile;
  /** Empty: the team's own. */
  readonly deckTitle: string;
  /** Where it was published; empty: nowhere. */
  readonly source: string;
  readonly language: Language | undefined;
}

/** What waits for the manager's word, as a draft keeps it. */
export interface KeptImport {
  readonly kind: 'import';
  readonly target: TargetDeck;
  readonly deck: Deck;
}

/** How many of the questions the deck holds already: with other words or out of use, and as they are. */
interface KnownQuestions {
  readonly changed: number;
  readonly same: number;
}

export type ReadImport =
  | {
      readonly type: 'read';
      readonly draft: string;
      readonly kept: KeptImport;
      readonly report: ImportReport;
      readonly known: KnownQuestions;
    }
  | { readonly type: 'unreadable'; readonly report: ImportReport }
  | { readonly type: 'name-taken' | 'nameless' | 'no-address' | 'busy' | 'too-heavy' }
  | { readonly type: 'not-fetched'; readonly failure: PlatformError };

/** Reads what a manager sent and keeps it for their word. Nothing joins a deck yet. */
export async function readImport(
  context: Context,
  { workspaceId, memberId }: Manager,
  { file, deckTitle, source, language }: TypedImport,
): Promise<ReadImport> {
  if (source !== '' && !isAddress(source)) return { type: 'no-address' };
  const target = await targetOf(context, workspaceId, deckTitle);
  if ('type' in target) return target;
  const fetched = await fetchBytes(file);
  if (fetched instanceof PlatformError) return { type: 'not-fetched', failure: fetched };
  const origin = source === '' ? {} : { source };
  const read = await context.readDeckFile({ name: file.name, bytes: fetched, language, ...origin });
  if (read.type !== 'read') return read;
  const { report } = read;
  if (!report.deck) return { type: 'unreadable', report };
  const kept: KeptImport = { kind: 'import', target, deck: report.deck };
  const draft = context.randomId();
  await saveDraft(context.db, { id: draft, memberId, body: kept });
  const known = await knownQuestions(context.db, workspaceId, kept);
  return { type: 'read', draft, kept, report, known };
}

async function knownQuestions(
  db: Db,
  workspaceId: number,
  { target, deck }: KeptImport,
): Promise<KnownQuestions> {
  const before = await storedHashes(db, { name: target.name, workspaceId });
  const { changed, same } = sortByNews(deck.questions, before);
  return { changed: changed.length, same: same.length };
}

const isAddress = (text: string): boolean =>
  ['http:', 'https:'].includes(URL.parse(text)?.protocol ?? '');

async function targetOf(
  { db }: Context,
  workspaceId: number,
  title: string,
): Promise<TargetDeck | { readonly type: 'name-taken' | 'nameless' }> {
  if (title === '') return { name: OWN_DECK, title };
  const name = slugOf(title);
  if (name === undefined) return { type: 'nameless' };
  const isTaken = (await decksFor(db, workspaceId)).some(
    (deck) => deck.name === name && deck.workspaceId === null,
  );
  return isTaken ? { type: 'name-taken' } : { name, title };
}

async function fetchBytes(file: SentFile): Promise<Uint8Array | PlatformError> {
  try {
    return await file.fetch(DECK_BYTES);
  } catch (error) {
    if (error instanceof PlatformError) return error;
    throw error;
  }
}
