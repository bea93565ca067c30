import type { Db } from '../../db/connect.ts';
import { countQuestions, decksFor } from '../../db/decks.ts';
import type { DeckRow, Workspace } from '../../db/tables.ts';
import { deckLanguages } from '../../decks/languages.ts';
import type { Context } from '../../delivery/context.ts';
import type { Language } from '../../domain/language.ts';

export interface DeckReport {
  readonly name: string;
  /** How many are in use. */
  readonly questions: number;
  readonly languages: readonly Language[];
  readonly title: DeckRow['title'];
}

/** The installation's decks, which every workspace may use. */
export async function listDecks({ db }: Pick<Context, 'db'>): Promise<readonly DeckReport[]> {
  const reports: DeckReport[] = [];
  for (const deck of await decksFor(db)) reports.push(await report(db, deck));
  return reports;
}

export interface OwnDeckReport extends DeckReport {
  readonly workspace: Pick<Workspace, 'platform' | 'name'> & { readonly id: string };
}

/** The decks that workspaces have for themselves, of the questions they suggested. */
export async function listOwnDecks({ db }: Pick<Context, 'db'>): Promise<readonly OwnDeckReport[]> {
  const reports: OwnDeckReport[] = [];
  for (const { deck, workspace } of await ownDecks(db)) {
    const { platform, externalId: id, name } = workspace;
    reports.push({ ...(await report(db, deck)), workspace: { platform, id, name } });
  }
  return reports;
}

async function report(db: Db, { id, name, title }: DeckRow): Promise<DeckReport> {
  const questions = await countQuestions(db, id);
  return { name, questions, languages: deckLanguages({ title }), title };
}

/** The decks that workspaces have for themselves, each with whose it is. */
async function ownDecks(
  db: Db,
): Promise<readonly { readonly deck: DeckRow; readonly workspace: Workspace }[]> {
  const workspaces = await db.selectFrom('workspaces').selectAll().orderBy('id').execute();
  const decks = await db
    .selectFrom('decks')
    .selectAll()
    .where('workspaceId', 'is not', null)
    .where('removedAt', 'is', null)
    .orderBy('id')
    .execute();
  return workspaces.flatMap((workspace) =>
    decks
      .filter(({ workspaceId }) => workspaceId === workspace.id)
      .map((deck) => ({ deck, workspace })),
  );
}
