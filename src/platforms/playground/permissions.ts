import type { Place } from '../../chat/place.ts';
import { PlatformError } from '../../chat/platform.ts';
import { attempt } from './errors.ts';
import { MAY_POST } from './outbound.ts';
import type { PlaygroundStore } from './store.ts';

export async function missingPermissions(
  store: PlaygroundStore,
  place: Place,
): Promise<readonly string[]> {
  const channels = await attempt(() => store.channels());
  const channel = channels.find(({ id }) => id === place.channel);
  if (!channel) throw new PlatformError({ code: 'channel-gone' }, place.channel);
  return channel.botMayPost ? [] : [MAY_POST];
}
