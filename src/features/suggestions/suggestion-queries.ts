import type { Db } from '../../db/connect.ts';
import type { Proposal } from '../../db/tables.ts';

export type NewProposal = Pick<
  Proposal,
  'workspaceId' | 'memberId' | 'submission' | 'createdAt' | keyof ProposalText
>;

/** What a proposal asks to be in the deck. */
export type ProposalText = Pick<
  Proposal,
  'question' | 'answer' | 'topic' | 'difficulty' | 'language'
>;

/** Keeps a proposal; a second delivery of the same form changes nothing. */
export async function insertProposal(db: Db, proposal: NewProposal): Promise<void> {
  await db
    .insertInto('proposals')
    .values(proposal)
    .onConflict((conflict) => conflict.column('submission').doNothing())
    .execute();
}

/** Was this sending of the form taken before? */
export async function isKnownSubmission(db: Db, submission: string): Promise<boolean> {
  const row = await db
    .selectFrom('proposals')
    .select('id')
    .where('submission', '=', submission)
    .executeTakeFirst();
  return row !== undefined;
}

export async function proposalById(db: Db, id: number): Promise<Proposal | undefined> {
  return db.selectFrom('proposals').selectAll().where('id', '=', id).executeTakeFirst();
}

/**
 * Lets one transaction at a time look at a workspace’s proposals and change them: what must be like
 * no other stays so. Whatever else refers to the workspace goes on.
 */
export async function lockProposals(db: Db, workspaceId: number): Promise<void> {
  await db
    .selectFrom('workspaces')
    .select('id')
    .where('id', '=', workspaceId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
}

/** The proposal, locked for this transaction, so that one decision is made on it. */
export async function lockProposal(db: Db, id: number): Promise<Proposal | undefined> {
  const query = db.selectFrom('proposals').selectAll().where('id', '=', id);
  return query.forNoKeyUpdate().executeTakeFirst();
}

export async function updateProposal(
  db: Db,
  id: number,
  change: Partial<Omit<Proposal, 'id' | 'workspaceId' | 'submission' | 'createdAt'>>,
): Promise<Proposal> {
  return db
    .updateTable('proposals')
    .set(change)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** A workspace's proposals that nobody has decided on, oldest first. */
export async function openProposals(db: Db, workspaceId: number): Promise<readonly Proposal[]> {
  return db
    .selectFrom('proposals')
    .selectAll()
    .where('workspaceId', '=', workspaceId)
    .where('status', '=', 'open')
    .orderBy('id')
    .execute();
}

/** What a member has suggested, newest first. */
export async function proposalsOf(
  db: Db,
  memberId: number,
  most: number,
): Promise<readonly Proposal[]> {
  return db
    .selectFrom('proposals')
    .selectAll()
    .where('memberId', '=', memberId)
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
}
