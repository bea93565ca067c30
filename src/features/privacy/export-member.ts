import type { Db } from '../../db/connect.ts';
import { memberById } from '../../db/members.ts';
import type { Member } from '../../db/tables.ts';
import { workspaceById } from '../../db/workspaces.ts';
import type { Context } from '../../delivery/context.ts';

/** All that is kept about one member, in words that need no database to be read. */
export interface MemberExport {
  readonly member: object;
  /** What each feature keeps, by the names that it gives. */
  readonly [list: string]: object;
}

/**
 * The lists of the first exports keep their places, since people may keep exports side by side. Others
 * follow in the order of their features.
 */
const FIRST_LISTS: readonly string[] = [
  ...['answers', 'quizAnswers', 'streaks', 'points', 'drafts'],
  ...['proposals', 'reports'],
];

/** Everything kept about a member, as of one instant. Its JSON holds every text to the letter. */
export async function exportMember(
  { db, features }: Pick<Context, 'db' | 'features'>,
  memberId: number,
): Promise<MemberExport> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const member = await memberById(tx, memberId);
      const lists: Record<string, readonly object[]> = {};
      for (const { personalData } of features) {
        Object.assign(lists, await personalData?.export?.(tx, member));
      }
      return { member: await identityOf(tx, member), ...inOrder(lists) };
    });
}

/** How long a list of the export is. */
export function lengthOf(data: MemberExport, list: string): number {
  const rows = data[list];
  return Array.isArray(rows) ? rows.length : 0;
}

function inOrder(lists: Readonly<Record<string, readonly object[]>>) {
  const names = [...new Set([...FIRST_LISTS, ...Object.keys(lists)])];
  return Object.fromEntries(names.flatMap((name) => (lists[name] ? [[name, lists[name]]] : [])));
}

async function identityOf(db: Db, member: Member) {
  const workspace = await workspaceById(db, member.workspaceId);
  return {
    platform: workspace.platform,
    workspace: workspace.externalId,
    id: member.externalId,
    name: member.name,
    language: member.language,
    leftAt: member.leftAt,
    lookedAt: member.lookedAt,
  };
}
