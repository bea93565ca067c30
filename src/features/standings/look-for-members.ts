import type { MembershipEvent } from '../../chat/event.ts';
import { type Platform, PlatformError } from '../../chat/platform.ts';
import { findMemberById } from '../../db/members.ts';
import type { Member } from '../../db/tables.ts';
import { findWorkspace, workspaceById } from '../../db/workspaces.ts';
import type { Context } from '../../delivery/context.ts';
import { inTransaction } from '../../delivery/in-transaction.ts';
import { passesByItself, retryError } from '../../delivery/platform-faults.ts';
import { within } from '../../delivery/within.ts';
import { defineJob } from '../../jobs/job.ts';
import type { BoardRow } from './boards.ts';

/** Asks the platform whether members are still there. */
export const lookJob = defineJob<{ readonly memberIds: readonly number[] }>('look-for-members');

/** For this time, what the platform said of a member is not asked again. */
const KEPT_MS = 86_400_000;

/** The longest that someone who wants to see a board waits for what the platform says. */
const LOOK_MS = 1_500;

type ShownRow = Pick<BoardRow, 'memberId' | 'lookedAt'>;

/**
 * Looks for those who stand on a board that is about to be shown, once a day each: without a privileged intent,
 * Discord tells of nobody who leaves. Returns whether somebody has left, so that the board is to be read again.
 * What the platform is slow to say shows on the next board.
 */
export async function lookForShown(
  context: Context,
  { rows, now }: { readonly rows: readonly ShownRow[]; readonly now: Date },
): Promise<boolean> {
  const stale = rows.filter(({ lookedAt }) => isStale(lookedAt, now));
  if (stale.length === 0) return false;
  let left: boolean | undefined;
  const looking = Promise.all(stale.map(({ memberId }) => lookFor(context, memberId)));
  const done = looking.then((are) => void (left = are.includes(false)));
  // Whatever keeps it from being done now, the job meets as well, and is run again for that.
  await within(
    LOOK_MS,
    done.catch(() => undefined),
  );
  if (left === undefined) await lookLater(context, stale);
  return left ?? false;
}

async function lookLater(
  context: Context,
  rows: readonly Pick<BoardRow, 'memberId'>[],
): Promise<void> {
  const memberIds = rows.map(({ memberId }) => memberId);
  await inTransaction(context, ({ db, enqueue }) => enqueue(db, lookJob, { memberIds }));
}

function isStale(lookedAt: BoardRow['lookedAt'], now: Date): boolean {
  return lookedAt === null || now.getTime() - lookedAt >= KEPT_MS;
}

export async function lookForMembers(
  context: Context,
  { memberIds }: { readonly memberIds: readonly number[] },
): Promise<void> {
  for (const id of memberIds) await lookFor(context, id);
}

/** Returns whether they are there; undefined where the platform does not say, or has said so today. */
async function lookFor(context: Context, memberId: number): Promise<boolean | undefined> {
  const member = await findMemberById(context.db, memberId);
  const now = await context.clock.now(context.db);
  if (!member || !isStale(member.lookedAt?.getTime() ?? null, now)) return undefined;
  const { platform: name, externalId } = await workspaceById(context.db, member.workspaceId);
  const platform = context.platforms.get(name);
  const isHere =
    platform && (await isThere(context, platform, { ...member, workspace: externalId }));
  if (isHere === undefined) return undefined;
  const change = { lookedAt: now, leftAt: isHere ? null : (member.leftAt ?? now) };
  await context.db.updateTable('members').set(change).where('id', '=', member.id).execute();
  if (!isHere) context.log.info({ member: member.id }, 'a member has left');
  return isHere;
}

/** Whether a member is still in their workspace; undefined where the platform does not say. */
async function isThere(
  { log }: Context,
  platform: Platform,
  { id, externalId, workspace }: Pick<Member, 'id' | 'externalId'> & { readonly workspace: string },
): Promise<boolean | undefined> {
  try {
    return (await platform.findPerson(workspace, externalId)) !== undefined;
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    if (passesByItself(error)) throw retryError(error);
    log.info({ member: id, fault: error.fault.code }, 'a member could not be looked for');
    return undefined;
  }
}

/** Notes who leaves and who returns, where the platform tells that by itself. */
export async function onMemberEvent({ db, clock }: Context, event: MembershipEvent): Promise<void> {
  if (!('member' in event)) return;
  const workspace = await findWorkspace(db, event.platform, event.workspace);
  if (!workspace) return;
  const isGone = event.type === 'member-gone';
  await db
    .updateTable('members')
    .set({ leftAt: isGone ? clock.instant() : null })
    .where('workspaceId', '=', workspace.id)
    .where('externalId', '=', event.member)
    .where('leftAt', isGone ? 'is' : 'is not', null)
    .execute();
}
