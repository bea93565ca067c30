import { deleteDraftsBefore } from '../../db/drafts.ts';
import type { Context } from '../../delivery/context.ts';

/** What a member typed and never came back to is kept for a week. */
const DRAFT_DAYS = 7;

/** Deletes what nobody needs any more. */
export async function tidyUp({ db, clock }: Pick<Context, 'db' | 'clock'>): Promise<void> {
  const now = await clock.now(db);
  await deleteDraftsBefore(db, new Date(now.getTime() - DRAFT_DAYS * 86_400_000));
}
