import { sql } from 'kysely';
import type { Context } from '../../delivery/context.ts';
import { claimApprovals, dueApprovals } from './claim-approvals.ts';
import { claimNotices, dueManagers } from './notices/claim-notices.ts';

interface Due {
  readonly approvals: boolean;
  readonly notices: boolean;
}

/** Claims what people are to be told about suggestions. Mostly nothing is due, which one statement tells. */
export async function claimDue(context: Context): Promise<void> {
  const { rows } = await sql<Due>`
    select exists (select ${dueApprovals(context)}) as approvals,
      exists (select ${dueManagers(context)}) as notices
  `.execute(context.db);
  const [due] = rows;
  if (due?.approvals) await claimApprovals(context);
  if (due?.notices) await claimNotices(context);
}
