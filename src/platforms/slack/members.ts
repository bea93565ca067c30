import { setTimeout as delay } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import type { User } from '@slack/web-api/dist/types/response/UsersInfoResponse.js';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import type { MemberProfile } from '../../chat/event.ts';
import { languageOfLocale } from '../../domain/language.ts';
import { messageOf } from './errors.ts';
import type { Identity } from './identity.ts';

interface Member {
  readonly profile: MemberProfile;
  /** Undefined where Slack did not tell. */
  readonly mayManage: boolean | undefined;
}

export interface LookUp {
  /** The name the event gave, for someone whom Slack does not tell of. */
  readonly nameAsSeen?: string;
  /** How long Slack has to tell; left out, a call's own limit holds. */
  readonly withinMs?: number;
}

export type Members = (id: string, lookUp?: LookUp) => Promise<Member>;

export interface MembersOptions {
  readonly client: WebClient;
  readonly identity: () => Promise<Identity>;
  readonly now: () => Date;
  readonly log: Logger;
}

/** Someone who becomes an administrator, or changes their language, is known as such after this. */
const KEPT_MS = 5 * 60_000;
const KEPT_MEMBERS = 2_000;

/**
 * Looks people up, and remembers them for a few minutes. Never rejects: where Slack does not tell in
 * time, the person is {@link unconfirmed}.
 */
export function createMembers({ client, identity, now, log }: MembersOptions): Members {
  const cache = new LRUCache<string, Member>({
    max: KEPT_MEMBERS,
    ttl: KEPT_MS,
    ttlResolution: 0,
    perf: { now: () => now().getTime() },
    fetchMethod: (id) => lookUp(client, identity, id),
    noDeleteOnFetchRejection: true,
  });
  return async (id, { nameAsSeen = id, withinMs } = {}) => {
    // Read before it is asked for: what has expired is forgotten by the asking.
    const before = cache.peek(id, { allowStale: true });
    try {
      const found = await within(withinMs, cache.fetch(id));
      if (found) return found;
      log.warn({ member: id }, 'Slack did not tell in time who this is');
    } catch (error) {
      log.warn({ member: id }, `Slack did not tell who this is: ${messageOf(error)}`);
    }
    return unconfirmed(before?.profile ?? { id, name: nameAsSeen });
  };
}

/** What a look-up finds within `ms`; undefined where it takes longer. It goes on, for whoever asks next. */
async function within<T>(ms: number | undefined, looking: Promise<T>): Promise<T | undefined> {
  if (ms === undefined) return looking;
  const over = new AbortController();
  const tooLong = delay(ms, undefined, { signal: over.signal }).catch(() => undefined);
  try {
    return await Promise.race([looking, tooLong]);
  } finally {
    over.abort();
  }
}

/** Known by an earlier look-up or by the event alone, and without a word on what they may do. */
const unconfirmed = (profile: MemberProfile): Member => ({
  profile: { ...profile, unconfirmed: true },
  mayManage: undefined,
});

async function lookUp(
  client: WebClient,
  identity: () => Promise<Identity>,
  id: string,
): Promise<Member> {
  const { workspace } = await identity();
  const { user = {} } = await client.users.info({ user: id, include_locale: true });
  return {
    profile: profileOf(id, user),
    mayManage: belongsTo(user, workspace) && (user.is_admin === true || user.is_owner === true),
  };
}

/** In a channel shared with another organisation, its people bear the rights of their own workspace. */
function belongsTo({ team_id: team, enterprise_user: inOrganisation }: User, workspace: string) {
  return team === workspace || inOrganisation?.teams?.includes(workspace) === true;
}

export function profileOf(id: string, user: User): MemberProfile {
  const language = languageOfLocale(user.locale);
  return {
    id,
    name:
      user.profile?.display_name || user.profile?.real_name || user.real_name || user.name || id,
    ...(language && { language }),
    ...(user.tz && { timezone: user.tz }),
  };
}
