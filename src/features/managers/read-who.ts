import type { PlatformName } from '../../chat/place.ts';
import { type Platform, PlatformError } from '../../chat/platform.ts';
import type { NamedManager } from '../../db/managers.ts';
import { findMember, saveMember } from '../../db/members.ts';
import type { Member, Workspace } from '../../db/tables.ts';
import type { Context } from '../../delivery/context.ts';
import { LANGUAGES } from '../../domain/language.ts';
import { memberTyped } from '../streaks/member-typed.ts';
import { managerWords } from './words/index.ts';

/** Whom an option names, looked up on the platform; the caller finds the words for what is wrong. */
export type ReadWho =
  | { readonly type: 'found'; readonly who: NamedManager; readonly name: string }
  | { readonly type: 'nobody' | 'several'; readonly name: string }
  | { readonly type: 'unknown' | 'no-groups' | 'no-creators' }
  | { readonly type: 'no-group'; readonly label: string }
  | { readonly type: 'scope-missing'; readonly scope: string };

/** The one platform that keeps groups which can be typed, and tells who created a channel. */
const WITH_GROUPS: PlatformName = 'slack';

/** Reads what was typed: a member, `&` with a group, or the word for a channel's creator. */
export async function readWho(
  context: Context,
  workspace: Workspace,
  typed: string,
): Promise<ReadWho> {
  if (typed.startsWith('&')) return readGroup(context, workspace, typed.slice(1));
  const words = LANGUAGES.map((language) => `@${managerWords(language).creator}`);
  if (words.includes(typed.toLowerCase())) return readCreator(workspace);
  return readMember(context, workspace, typed);
}

function readCreator({ platform }: Workspace): ReadWho {
  if (platform !== WITH_GROUPS) return { type: 'no-creators' };
  return { type: 'found', who: { kind: 'creator', externalId: '', label: '' }, name: '' };
}

async function readMember(context: Context, workspace: Workspace, typed: string): Promise<ReadWho> {
  const found = await memberTyped(context.db, workspace.id, typed);
  if (found.type === 'nobody' || found.type === 'several') return found;
  const member = found.type === 'found' ? found.member : await meet(context, workspace, typed);
  if (!member) return { type: 'unknown' };
  const who = { kind: 'member', externalId: member.externalId, label: '' } as const;
  return { type: 'found', who, name: member.name };
}

/** Someone who has done nothing here yet, made known by what the platform tells of them. */
async function meet(
  { db, platforms }: Context,
  { id, platform, externalId }: Workspace,
  member: string,
): Promise<Member | undefined> {
  const profile = await platforms.get(platform)?.findPerson(externalId, member);
  return profile && saveMember(db, id, profile);
}

async function readGroup(
  { platforms }: Context,
  { platform: name, externalId: workspace }: Workspace,
  written: string,
): Promise<ReadWho> {
  const platform = platforms.get(name);
  if (!platform || name !== WITH_GROUPS) return { type: 'no-groups' };
  const [externalId = '', ...rest] = written.split(' ');
  const label = rest.join(' ') || externalId;
  const fault = await groupFault(platform, { workspace, group: externalId, label });
  return fault ?? { type: 'found', who: { kind: 'group', externalId, label }, name: label };
}

/** Asks whether nobody is in it, for whether the platform tells at all. */
async function groupFault(
  platform: Platform,
  { workspace, group, label }: Readonly<Record<'workspace' | 'group' | 'label', string>>,
): Promise<ReadWho | undefined> {
  try {
    await platform.isInGroup(workspace, group, '');
    return undefined;
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    const { fault } = error;
    if (fault.code === 'forbidden') return { type: 'scope-missing', scope: fault.permission ?? '' };
    if (fault.code === 'rejected') return { type: 'no-group', label };
    throw error;
  }
}

/** The name of a member who was named, as it is known. */
export async function managerName(
  { db }: Context,
  workspaceId: number,
  { kind, externalId, label }: NamedManager,
): Promise<string> {
  if (kind !== 'member') return label;
  return (await findMember(db, workspaceId, externalId))?.name ?? externalId;
}
