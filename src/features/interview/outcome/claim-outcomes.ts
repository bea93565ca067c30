import { sql } from 'kysely';
import type { Context } from '../../../delivery/context.ts';
import { inTransaction } from '../../../delivery/in-transaction.ts';
import { askOutcomeJob } from './jobs.ts';
import { beginOutcomes } from './stored-outcomes.ts';

/** Claims every interview whose member is to be asked how it went. Any number of replicas may run it at once. */
export async function claimOutcomes(context: Context): Promise<void> {
  // Mostly none is due: one statement tells, where a transaction takes three.
  while ((await lockDue(context)) && (await claimNext(context)));
}

/**
 * Claims the next interview whose outcome is to be asked for. Returns false when none is due any more. The claim and
 * the job are written in one transaction.
 */
async function claimNext(context: Context): Promise<boolean> {
  return inTransaction(context, async (inside) => {
    const interviewId = await lockDue(inside);
    if (interviewId === undefined) return false;
    const begun = await beginOutcomes(inside.db, { interviewIds: [interviewId], toShow: false });
    for (const outcomeId of begun) await inside.enqueue(inside.db, askOutcomeJob, { outcomeId });
    return true;
  });
}

/** One that nobody else has in hand, of a workspace that this process can write to. */
async function lockDue({ db, clock, platforms }: Context): Promise<number | undefined> {
  const { rows } = await sql<{ readonly id: number }>`
    select interview.id from interviews as interview
    join members on members.id = interview.member_id
    join workspaces on workspaces.id = members.workspace_id
    where interview.ask_at <= ${clock.instant()} and workspaces.left_at is null
      and workspaces.platform = any(${[...platforms.keys()]}::text[])
    order by interview.ask_at limit 1
    for update of interview skip locked
  `.execute(db);
  return rows[0]?.id;
}
