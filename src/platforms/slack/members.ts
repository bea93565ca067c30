import type { WebClient } from '@slack/web-api';
import type { User } from '@slack/web-api/dist/types/response/UsersInfoResponse.js';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import type { MemberProfile } from '../../chat/event.ts';
import { languageOfLocale } from '../../domain/language.ts';
import { messageOf } from './errors.ts';

export interface Member {
  readonly profile: MemberProfile;
  readonly mayManage: boolean;
}

export type Members = (id: string, nameAsSeen?: string) => Promise<Member>;

/** Someone who becomes an administrator, or changes their language, is known as such after this. */
const KEPT_MS = 5 * 60_000;
const KEPT_MEMBERS = 2_000;

/**
 * Looks people up, and remembers them for a few minutes. Never rejects: where Slack does not answer,
 * the person has the name the event gave, and may not manage.
 */
export function createMembers(client: WebClient, now: () => Date, log: Logger): Members {
  const cache = new LRUCache<string, Member>({
    max: KEPT_MEMBERS,
    ttl: KEPT_MS,
    ttlResolution: 0,
    perf: { now: () => now().getTime() },
    fetchMethod: (id) => lookUp(client, id),
  });
  return async (id, nameAsSeen = id) => {
    try {
      return (await cache.fetch(id)) ?? stranger(id, nameAsSeen);
    } catch (error) {
      log.warn({ member: id }, `Slack did not tell who this is: ${messageOf(error)}`);
      return stranger(id, nameAsSeen);
    }
  };
}

async function lookUp(client: WebClient, id: string): Promise<Member> {
  const { user = {} } = await client.users.info({ user: id, include_locale: true });
  return {
    profile: profileOf(id, user),
    mayManage: user.is_admin === true || user.is_owner === true,
  };
}

function profileOf(id: string, user: User): MemberProfile {
  const language = languageOfLocale(user.locale);
  return {
    id,
    name:
      user.profile?.display_name || user.profile?.real_name || user.real_name || user.name || id,
    ...(language && { language }),
    ...(user.tz && { timezone: user.tz }),
  };
}

const stranger = (id: string, name: string): Member => ({
  profile: { id, name },
  mayManage: false,
});
