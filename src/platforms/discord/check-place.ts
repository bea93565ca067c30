import { type APIChannel, ChannelType } from 'discord-api-types/v10';
import type { Place } from '../../chat/place.ts';
import type { PlaceFault } from '../../domain/track-plan.ts';
import type { Api } from './api.ts';
import { visibleChannel } from './permissions.ts';

/** Discord's ids; other numbers in a path are refused as a fault of the request. */
const SNOWFLAKE = /^[1-9]\d{0,19}$/;

/**
 * Where a message may have a thread under it. Forums and categories take no messages (50008), voice and
 * stage channels no threads (50024).
 */
const FOR_ROUNDS: readonly ChannelType[] = [ChannelType.GuildText, ChannelType.GuildAnnouncement];

export async function checkPlace(api: Api, place: Place): Promise<PlaceFault | undefined> {
  const { workspace, channel: id } = place;
  if (!SNOWFLAKE.test(workspace)) return { code: 'workspace-id-invalid', given: workspace };
  if (!SNOWFLAKE.test(id)) return { code: 'channel-id-invalid', given: id };
  const channel = await visibleChannel(api, id);
  return channel && faultOf(channel, workspace);
}

function faultOf(channel: APIChannel, workspace: string): PlaceFault | undefined {
  const guild = 'guild_id' in channel ? channel.guild_id : undefined;
  if (guild !== workspace) return { code: 'channel-elsewhere' };
  return FOR_ROUNDS.includes(channel.type) ? undefined : { code: 'channel-unsuitable' };
}
