import { type Expression, sql, type SqlBool } from 'kysely';
import type { Caller, MemberProfile } from '../chat/event.ts';
import type { PlatformName } from '../chat/place.ts';
import type { Language } from '../domain/language.ts';
import { memberName } from '../domain/member-name.ts';
import { builtOnce, type InputOf } from './built-once.ts';
import type { Db } from './connect.ts';
import { prepared } from './prepared.ts';
import type { Member, Workspace } from './tables.ts';

/** The member's row, made on first sight; name and language follow what the platform says. Where the
 *  platform did not tell who this is, a row that exists stays as it is. */
export async function saveMember(
  db: Db,
  workspaceId: number,
  profile: MemberProfile,
): Promise<Member> {
  return upsertMember(db, { workspaceId, profile, condition: sql`true` }).executeTakeFirstOrThrow();
}

interface MemberUpsert {
  readonly workspaceId: number;
  readonly profile: MemberProfile;
  readonly condition: Expression<SqlBool>;
}

/** The same as a part of a larger statement, where a condition holds; without a row where it does not. */
export function upsertMember(db: Db, { workspaceId, profile, condition }: MemberUpsert) {
  const name = memberName(profile.name, profile.id);
  const language = profile.language ?? null;
  return db
    .insertInto('members')
    .columns(['workspaceId', 'externalId', 'name', 'language'])
    .expression(
      db
        .selectNoFrom([
          sql<number>`${workspaceId}::integer`.as('workspaceId'),
          sql<string>`${profile.id}::text`.as('externalId'),
          sql<string>`${name}::text`.as('name'),
          sql<Language | null>`${language}::text`.as('language'),
        ])
        .where(condition),
    )
    .onConflict((conflict) =>
      conflict.columns(['workspaceId', 'externalId']).doUpdateSet((row) => ({
        name: profile.unconfirmed ? row.ref('members.name') : name,
        ...(profile.language && { language: profile.language }),
        leftAt: null,
      })),
    )
    .returningAll();
}

export async function findMember(
  db: Db,
  workspaceId: number,
  externalId: string,
): Promise<Member | undefined> {
  return db
    .selectFrom('members')
    .selectAll()
    .where('workspaceId', '=', workspaceId)
    .where('externalId', '=', externalId)
    .executeTakeFirst();
}

export interface KnownCaller {
  readonly workspace: Workspace;
  /** Undefined for someone who is seen for the first time. */
  readonly member: Member | undefined;
}

/** Who asks and where, in one statement that writes nothing; undefined where the workspace is not known. */
export async function findCaller(
  db: Db,
  { platform, workspace: externalId, member }: Caller,
): Promise<KnownCaller | undefined> {
  const [row] = await callerRow(db, { platform, externalId, member: member.id });
  if (!row) return undefined;
  const { memberId: id, memberName: name, language, memberLeftAt, lookedAt, ...workspace } = row;
  if (id === null || name === null) return { workspace, member: undefined };
  const workspaceId = workspace.id;
  const seen = { leftAt: memberLeftAt, lookedAt };
  return { workspace, member: { id, workspaceId, externalId: member.id, name, language, ...seen } };
}

interface CallerIds {
  readonly platform: PlatformName;
  readonly externalId: string;
  readonly member: string;
}

const callerRow = builtOnce((db, given: InputOf<CallerIds>) =>
  db
    .selectFrom('workspaces')
    .leftJoin('members', (join) =>
      join
        .onRef('members.workspaceId', '=', 'workspaces.id')
        .on('members.externalId', '=', given('member')),
    )
    .select(['workspaces.id', 'workspaces.platform', 'workspaces.externalId'])
    .select(['workspaces.name', 'workspaces.leftAt'])
    .select(['members.id as memberId', 'members.name as memberName', 'members.language'])
    .select(['members.leftAt as memberLeftAt', 'members.lookedAt'])
    .where('workspaces.platform', '=', given('platform'))
    .where('workspaces.externalId', '=', given('externalId'))
    .modifyFront(prepared),
);

/** Would {@link saveMember} change nothing? */
export function isUpToDate(member: Member, profile: MemberProfile): boolean {
  const { name, language, leftAt } = member;
  const isNamed = profile.unconfirmed ?? name === memberName(profile.name, profile.id);
  return leftAt === null && isNamed && (!profile.language || profile.language === language);
}

/** Undefined for a member who was forgotten. */
export async function findMemberById(db: Db, id: number): Promise<Member | undefined> {
  return db.selectFrom('members').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function memberById(db: Db, id: number): Promise<Member> {
  return db.selectFrom('members').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}
