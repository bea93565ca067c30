import type { Caller } from '../chat/event.ts';
import { type Platform, PlatformError } from '../chat/platform.ts';
import { type NamedManager, namedManagers } from '../db/managers.ts';
import type { Context } from './context.ts';

/** Someone in a workspace, by the platform's own ids. */
export interface Someone extends Pick<Caller, 'platform' | 'workspace'> {
  readonly member: Pick<Caller['member'], 'id'>;
  /** Where they are, for whom it matters which channel that is. */
  readonly channel?: string;
}

/**
 * Whether this person may manage Whetstone here, by the platform's word or because somebody named them. Undefined
 * where the platform does not say: then nobody may, and nobody is denied either.
 */
export async function managesHere(context: Context, caller: Caller): Promise<boolean | undefined> {
  const told = await managesPlatform(context, caller);
  return told === true || (await isNamed(context, caller)) || told;
}

/** Whether someone may manage Whetstone who has made no gesture now: the platform is asked about their rights. */
export async function managesAtPresent(
  context: Context,
  someone: Someone,
): Promise<boolean | undefined> {
  const told = await askPlatform(context, someone);
  return told === true || (await isNamed(context, someone)) || told;
}

/**
 * Whether the platform lets this person manage the server or workspace. Where a private message came without that, the
 * platform is asked.
 */
export async function managesPlatform(
  context: Context,
  caller: Caller,
): Promise<boolean | undefined> {
  if (caller.mayManage !== undefined || !caller.isPrivate) return caller.mayManage;
  return askPlatform(context, caller);
}

async function askPlatform(
  context: Context,
  { platform, workspace, member }: Someone,
): Promise<boolean | undefined> {
  return told(context, async () =>
    context.platforms.get(platform)?.mayManage(workspace, member.id),
  );
}

async function isNamed(context: Context, someone: Someone): Promise<boolean> {
  const platform = context.platforms.get(someone.platform);
  for (const named of await namedManagers(context.db, someone)) {
    if (await told(context, () => isMeant(platform, named, someone))) return true;
  }
  return false;
}

async function isMeant(
  platform: Platform | undefined,
  { kind, externalId }: NamedManager,
  { workspace, channel, member: { id } }: Someone,
): Promise<boolean> {
  switch (kind) {
    case 'member':
      return externalId === id;
    case 'group':
      return (await platform?.isInGroup(workspace, externalId, id)) ?? false;
    case 'creator':
      if (channel === undefined) return false;
      return (await platform?.creatorOf({ workspace, channel })) === id;
  }
}

/** What the platform does not tell gives nobody a right. */
async function told<T>({ log }: Context, ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    log.warn({ err: error }, 'the platform did not tell whether someone may manage');
    return undefined;
  }
}
