import type { WebClient } from '@slack/web-api';
import { LRUCache } from 'lru-cache';
import type { MemberProfile } from '../../chat/event.ts';
import type { Place } from '../../chat/place.ts';
import { attempt, slackCode } from './errors.ts';
import { profileOf } from './members.ts';

/** Undefined for who was taken out of the workspace: Slack keeps them as deleted. */
export async function findPerson(
  client: WebClient,
  id: string,
): Promise<MemberProfile | undefined> {
  return attempt(async () => {
    try {
      const { user = {} } = await client.users.info({ user: id, include_locale: true });
      return user.deleted === true ? undefined : profileOf(id, user);
    } catch (error) {
      if (slackCode(error) === 'user_not_found') return undefined;
      throw error;
    }
  });
}

/** Someone who comes into a group is known to be in it after this. */
const KEPT_MS = 5 * 60_000;
const KEPT_GROUPS = 200;

export type Groups = (group: string) => Promise<readonly string[]>;

/** Who is in a user group, remembered for a few minutes: its manager may do several things in a row. */
export function createGroups(client: WebClient, now: () => Date): Groups {
  const kept = new LRUCache<string, readonly string[]>({
    max: KEPT_GROUPS,
    ttl: KEPT_MS,
    ttlResolution: 0,
    perf: { now: () => now().getTime() },
  });
  return async (group) => {
    const known = kept.get(group);
    if (known) return known;
    const { users = [] } = await attempt(() => client.usergroups.users.list({ usergroup: group }));
    kept.set(group, users);
    return users;
  };
}

export async function creatorOf(
  client: WebClient,
  { channel }: Place,
): Promise<string | undefined> {
  const { channel: info } = await attempt(() => client.conversations.info({ channel }));
  return info?.creator;
}
