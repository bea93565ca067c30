import type { Group } from '../../chat/group.ts';
import { type Platform, PlatformError } from '../../chat/platform.ts';
import type { Workspace } from '../../db/tables.ts';
import type { Context } from '../../delivery/context.ts';

export type ReadGroup =
  /** Without a group nobody is to be notified. */
  { readonly type: 'read'; readonly group: Group | undefined } | GroupFault;

export type GroupFault =
  | { readonly type: 'unknown' | 'several'; readonly given: string }
  | { readonly type: 'everyone' }
  /** The bot may not see which groups there are, and what was written is no id. */
  | { readonly type: 'untold'; readonly scope: string }
  | { readonly type: 'unavailable' };

const OFF = /^(|off|no|none|nobody|нет|выкл|никого|никто)$/iu;
const EVERYONE = /^(everyone|here|channel|все|всех)$/iu;

/** A mention as the platforms write it, with the name that Slack adds: `<@&1>`, `<!subteam^S1|@leads>`. */
const MENTION = /^<(?:@&|!subteam\^)(?<id>\w+)(?:\|@?(?<name>[^>]*))?>$/u;

/** Where groups cannot be looked up, this is taken for an id. */
const ID = /^[A-Z0-9]{6,}$/;

/** Reads what was chosen or typed: a group by its id, name or mention, or a word for nobody. */
export async function readGroup(
  context: Pick<Context, 'platforms'>,
  { platform, externalId }: Pick<Workspace, 'platform' | 'externalId'>,
  written: string,
): Promise<ReadGroup> {
  const given = written.trim();
  if (OFF.test(given)) return { type: 'read', group: undefined };
  const { id, name } = MENTION.exec(given)?.groups ?? {};
  const wanted = id ?? given.replace(/^@/, '');
  // On Discord the role that everybody has bears the id of the server.
  if (EVERYONE.test(wanted) || wanted === externalId) return { type: 'everyone' };
  const told = await groupsHere(context.platforms.get(platform), externalId);
  if (told.type === 'told') return choose(told.groups, wanted, given);
  if (told.type !== 'untold' || !ID.test(wanted)) return told;
  return { type: 'read', group: { id: wanted, name: name ?? wanted } };
}

function choose(groups: readonly Group[], wanted: string, given: string): ReadGroup {
  const byId = groups.find(({ id }) => id === wanted);
  if (byId) return { type: 'read', group: byId };
  const [group, ...more] = groups.filter(({ name }) => isSame(name, wanted));
  if (!group) return { type: 'unknown', given };
  return more.length > 0 ? { type: 'several', given } : { type: 'read', group };
}

/** Discord lets a role's own name begin with the sign. */
const isSame = (name: string, wanted: string): boolean =>
  name.replace(/^@/, '').toLowerCase() === wanted.toLowerCase();

export type GroupsHere =
  | { readonly type: 'told'; readonly groups: readonly Group[] }
  | Extract<GroupFault, { readonly type: 'untold' | 'unavailable' }>;

/** Every group that may be notified, as the platform tells them now. */
export async function groupsHere(
  platform: Platform | undefined,
  workspace: string,
): Promise<GroupsHere> {
  if (!platform) return { type: 'unavailable' };
  try {
    return { type: 'told', groups: await platform.groups(workspace) };
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    const { fault } = error;
    if (fault.code === 'forbidden') return { type: 'untold', scope: fault.permission ?? '' };
    // A workspace whose plan has no groups is refused, and has none.
    return fault.code === 'rejected' ? { type: 'told', groups: [] } : { type: 'unavailable' };
  }
}
