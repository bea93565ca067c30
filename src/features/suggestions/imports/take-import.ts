import type { Db } from '../../../db/connect.ts';
import { saveDraft } from '../../../db/drafts.ts';
import type { Context } from '../../../delivery/context.ts';
import { inTransaction } from '../../../delivery/in-transaction.ts';
import type { Manager } from '../own-suggestion.ts';
import { addQuestions, type QuestionsAdded, type TargetDeck } from './add-questions.ts';
import type { KeptImport } from './read-import.ts';

export type ImportTaken =
  | (Exclude<QuestionsAdded, { type: 'full' }> & { readonly target: TargetDeck })
  | { readonly type: 'full' }
  /** It was kept for a week, or was never this manager's. */
  | { readonly type: 'expired' };

/** What a draft says once its questions are in the deck, so that a second press is told the same. */
interface TakenImport {
  readonly kind: 'taken-import';
  readonly target: TargetDeck;
  readonly added: number;
  readonly changed: number;
}

/** Lets what was read join its deck: all of it, once, however often it is asked for. */
export function takeImport(
  context: Context,
  { workspaceId, memberId }: Manager,
  draft: string,
): Promise<ImportTaken> {
  return inTransaction(context, async ({ db, log }): Promise<ImportTaken> => {
    const found = await lockDraft(db, draft, memberId);
    if (found?.kind === 'taken-import') return { ...found, type: 'added' };
    if (found?.kind !== 'import') return { type: 'expired' };
    const { target } = found;
    const added = await addQuestions(db, workspaceId, found);
    if (added.type === 'full') return added;
    const taken: TakenImport = { ...added, kind: 'taken-import', target };
    await saveDraft(db, { id: draft, memberId, body: taken });
    log.info({ deck: target.name, ...added }, 'took an import in');
    return { ...added, target };
  });
}

/** Of two presses at once, one waits here for the other. */
async function lockDraft(
  db: Db,
  id: string,
  memberId: number,
): Promise<KeptImport | TakenImport | undefined> {
  const row = await db
    .selectFrom('drafts')
    .select('body')
    .where('id', '=', id)
    .where('memberId', '=', memberId)
    .forUpdate()
    .executeTakeFirst();
  return row?.body as KeptImport | TakenImport | undefined;
}
