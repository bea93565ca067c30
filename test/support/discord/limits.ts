import { checkContent, type Checks } from '../../../src/platforms/discord/message-rules.ts';
import type { CallbackBody, MessageBody } from './bodies.ts';

/** An edit, or an answer to an interaction: the house's own rule, not Discord's, is that it notifies nobody. */
export function checkMessage(check: Checks, body: MessageBody, at = ''): void {
  checkContent(check, body, at);
  const mentions = at ? `${at}.allowed_mentions` : 'allowed_mentions';
  check.that(isSilent(body), mentions, 'This message could notify someone.');
}

/** A post may notify one role, with a content that is its mention and nothing else. */
export function checkPost(check: Checks, body: MessageBody): void {
  checkContent(check, body);
  const { content, allowed_mentions: allowed } = body;
  const [role, ...more] = allowed?.roles ?? [];
  const isOneRole =
    role !== undefined &&
    more.length === 0 &&
    content === `<@&${role}>` &&
    isSilent({ ...body, allowed_mentions: { ...allowed, roles: [] } });
  check.that(
    isOneRole || isSilent(body),
    'allowed_mentions',
    'This message could notify more than one role.',
  );
}

function isSilent({ allowed_mentions: allowed }: MessageBody): boolean {
  const none = (list: readonly string[] | undefined): boolean => (list?.length ?? 0) === 0;
  return (
    allowed?.parse?.length === 0 &&
    none(allowed.users) &&
    none(allowed.roles) &&
    allowed.replied_user !== true
  );
}

export function checkThread(check: Checks, body: unknown): void {
  const { name, auto_archive_duration: minutes } = body as {
    name?: string;
    auto_archive_duration?: number;
  };
  check.length(name, 'name', { min: 1, max: 100 });
  const allowed = [undefined, 60, 1_440, 4_320, 10_080];
  check.that(allowed.includes(minutes), 'auto_archive_duration', 'Not one of the durations.');
}

export function checkChoices(check: Checks, { data }: CallbackBody): void {
  check.count(data?.choices, 'data.choices', 25);
  for (const [i, { name, value }] of (data?.choices ?? []).entries()) {
    check.length(name, `data.choices.${i}.name`, { min: 1, max: 100 });
    check.length(value, `data.choices.${i}.value`, 100);
  }
}
