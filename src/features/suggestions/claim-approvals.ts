import { sql } from 'kysely';
import type { Context } from '../../delivery/context.ts';
import { inTransaction } from '../../delivery/in-transaction.ts';
import { tellAuthorJob } from './lasting-names.ts';
import { TAKE_BACK_SECONDS } from './take-back-approval.ts';

/**
 * Lets the authors of approved suggestions be told as soon as nobody can take the approval back. Looking twice
 * does no harm: {@link tellAuthorJob} tells once.
 */
export async function claimApprovals(context: Context): Promise<void> {
  await inTransaction(context, async ({ db, enqueue }) => {
    const { rows } = await sql<{ readonly proposalId: number }>`
      select proposals.id as "proposalId" ${dueApprovals(context)}
    `.execute(db);
    for (const row of rows) await enqueue(db, tellAuthorJob, row);
  });
}

export function dueApprovals({ clock, platforms }: Context) {
  return sql`
    from proposals join workspaces on workspaces.id = proposals.workspace_id
    where status = 'approved' and told_at is null
      and decided_at <= ${clock.instant()} - make_interval(secs => ${TAKE_BACK_SECONDS})
      and member_id is distinct from decided_by and member_id is not null
      and workspaces.platform = any(${[...platforms.keys()]}::text[])
  `;
}
