import type { WebClient } from '@slack/web-api';
import { LRUCache } from 'lru-cache';
import type { MemberProfile } from '../../chat/event.ts';
import type { Group } from '../../chat/group.ts';
import type { Place } from '../../chat/place.ts';
import { attempt, slackCode } from './errors.ts';
import { profileOf } from './members.ts';

/** Undefined for someone who was taken out of the workspace: Slack keeps them as deleted. */
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

export interface Groups {
  /** Who is in a user group: its manager may do several things in a row. */
  members(group: string): Promise<readonly string[]>;
  /** Those that are not switched off. Slack takes twenty such requests a minute, and tracks may be many. */
  all(): Promise<readonly Group[]>;
}

/** User groups, remembered for a few minutes. */
export function createGroups(client: WebClient, now: () => Date): Groups {
  const members = remembered(now, async (usergroup) => {
    const { users = [] } = await attempt(() => client.usergroups.users.list({ usergroup }));
    return users;
  });
  const all = remembered(now, async () => {
    const { usergroups = [] } = await attempt(() => client.usergroups.list());
    return usergroups.flatMap(({ id, handle, name }) =>
      id === undefined ? [] : [{ id, name: handle ?? name ?? id }],
    );
  });
  return { members, all: () => all('') };
}

function remembered<T extends object>(
  now: () => Date,
  ask: (key: string) => Promise<T>,
): (key: string) => Promise<T> {
  const kept = new LRUCache<string, T>({
    max: KEPT_GROUPS,
    ttl: KEPT_MS,
    ttlResolution: 0,
    perf: { now: () => now().getTime() },
  });
  return async (key) => {
    const known = kept.get(key);
    if (known) return known;
    const told = await ask(key);
    kept.set(key, told);
    return told;
  };
}

export async function creatorOf(
  client: WebClient,
  { channel }: Place,
): Promise<string | undefined> {
  const { channel: info } = await attempt(() => client.conversations.info({ channel }));
  return info?.creator;
}
