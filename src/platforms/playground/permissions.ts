import type { MemberProfile } from '../../chat/event.ts';
import type { Place } from '../../chat/place.ts';
import { PlatformError } from '../../chat/platform.ts';
import type { PlaceFault } from '../../domain/track-plan.ts';
import { attempt } from './errors.ts';
import { MAY_POST } from './outbound.ts';
import { WORKSPACE } from './people.ts';
import type { PlaygroundStore } from './store.ts';

/** Its channels are all alike; only what is elsewhere cannot be right. */
export function checkPlace({ workspace }: Place): PlaceFault | undefined {
  return workspace === WORKSPACE ? undefined : { code: 'channel-elsewhere' };
}

export async function missingPermissions(
  store: PlaygroundStore,
  place: Place,
): Promise<readonly string[]> {
  const channels = await attempt(() => store.channels());
  const channel = channels.find(({ id }) => id === place.channel);
  if (!channel) throw new PlatformError({ code: 'channel-gone' }, place.channel);
  return channel.botMayPost ? [] : [MAY_POST];
}

export async function mayManage(store: PlaygroundStore, member: string): Promise<boolean> {
  const members = await attempt(() => store.members());
  return members.find(({ id }) => id === member)?.manages ?? false;
}

export async function findPerson(
  store: PlaygroundStore,
  member: string,
): Promise<MemberProfile | undefined> {
  const members = await attempt(() => store.members());
  const found = members.find(({ id }) => id === member);
  return found && { id: found.id, name: found.name };
}
