import { PlatformError } from '../../chat/platform.ts';
import type { Workspace } from '../../db/tables.ts';
import type { Context } from '../../delivery/context.ts';
import type { ChannelFault } from '../../domain/track-plan.ts';

/** What keeps the bot from working in a channel, as the platform tells it now. Empty when all is well. */
export async function checkChannel(
  context: Pick<Context, 'platforms' | 'log'>,
  workspace: Pick<Workspace, 'platform' | 'externalId'>,
  channel: string,
): Promise<readonly ChannelFault[]> {
  const platform = context.platforms.get(workspace.platform);
  if (!platform) return [{ code: 'platform-not-set-up', platform: workspace.platform }];
  try {
    const place = { workspace: workspace.externalId, channel };
    const unfit = await platform.checkPlace(place);
    if (unfit) return [unfit];
    const permissions = await platform.missingPermissions(place);
    return permissions.length > 0 ? [{ code: 'missing-permissions', permissions }] : [];
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    const fault = faultOf(error);
    // The others say themselves what is wrong; of this one the platform's own words tell more.
    if (fault.code === 'platform-unavailable') {
      context.log.warn({ reason: error.message, channel }, 'could not check a channel');
    }
    return [fault];
  }
}

function faultOf({ fault }: PlatformError): ChannelFault {
  switch (fault.code) {
    case 'workspace-gone':
      return { code: 'workspace-gone' };
    case 'channel-gone':
    case 'channel-archived':
    case 'thread-gone':
    case 'thread-locked':
    case 'message-gone':
      return { code: 'channel-gone' };
    case 'forbidden':
      return fault.permission === undefined
        ? { code: 'channel-gone' }
        : { code: 'missing-permissions', permissions: [fault.permission] };
    case 'direct-closed':
    case 'busy':
    case 'in-doubt':
    case 'unauthorized':
    case 'message-refused':
    case 'file-too-large':
    case 'rejected':
      return { code: 'platform-unavailable' };
  }
}
