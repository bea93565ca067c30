import type { Caller } from '../chat/event.ts';
import { PlatformError } from '../chat/platform.ts';
import type { Context } from './context.ts';

/** Someone in a workspace, by the platform's own ids. */
export interface Someone extends Pick<Caller, 'platform' | 'workspace'> {
  readonly member: Pick<Caller['member'], 'id'>;
}

/**
 * May this person manage the server or workspace? In a private message the platform may not have told, and is
 * asked. Undefined where it does not say: then nobody may, and nobody is denied either.
 */
export async function managesHere(context: Context, caller: Caller): Promise<boolean | undefined> {
  if (caller.mayManage !== undefined || !caller.isPrivate) return caller.mayManage;
  return managesAtPresent(context, caller);
}

/** The same of someone who has just done nothing that would tell. */
export async function managesAtPresent(
  { platforms, log }: Context,
  { platform, workspace, member }: Someone,
): Promise<boolean | undefined> {
  try {
    return await platforms.get(platform)?.mayManage(workspace, member.id);
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    log.warn({ err: error }, 'the platform did not tell whether someone may manage');
    return undefined;
  }
}
