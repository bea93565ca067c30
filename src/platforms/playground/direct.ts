import type { Place } from '../../chat/place.ts';
import { attempt } from './errors.ts';
import { CHANNEL } from './people.ts';
import type { PlaygroundStore } from './store.ts';

/** Before a member's id, in the name of the place where the bot writes to them alone. */
const DIRECT = '@';

/** A member's private place; undefined where nobody has the id. */
export async function openDirect(
  store: PlaygroundStore,
  workspace: string,
  member: string,
): Promise<Place | undefined> {
  const members = await attempt(() => store.members());
  const known = members.some(({ id }) => id === member);
  return known ? { workspace, channel: `${DIRECT}${member}` } : undefined;
}

/**
 * Where a post stands and who sees it. There are no private rooms here: what is for one member stands
 * in the one channel, unseen by others.
 */
export function whereStands(place: Place): { readonly place: Place; readonly seenBy?: string } {
  if (!place.channel.startsWith(DIRECT)) return { place };
  return {
    place: { ...place, channel: CHANNEL },
    seenBy: place.channel.slice(DIRECT.length),
  };
}
