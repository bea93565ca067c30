import { createHash } from 'node:crypto';
import {
  type APIEmbed,
  type APIMessage,
  type APIMessageTopLevelComponent,
  ComponentType,
} from 'discord-api-types/v10';

/**
 * A post's key in the 24 characters that fit Discord's nonce (25 at most) and, beside an action,
 * a `custom_id`. The same key gives the same mark.
 */
export function markOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 24);
}

/** Separates an action from a mark in a `custom_id`; an encoded action never holds it. */
export const MARK_SEPARATOR = '#';

/**
 * Where a message has no button to bear the mark: the address of an embed without a title, which
 * Discord keeps and shows nowhere. The domain is reserved never to exist (RFC 2606).
 */
export function markAddress(mark: string): string {
  return `https://whetstone.invalid/${mark}`;
}

/** Whether this message of ours bears the mark, on a button or on an embed. */
export function bearsMark(message: APIMessage, mark: string): boolean {
  return (
    message.embeds.some((embed: APIEmbed) => embed.url === markAddress(mark)) ||
    customIds(message.components ?? []).some((id) => id.endsWith(`${MARK_SEPARATOR}${mark}`))
  );
}

function customIds(components: readonly APIMessageTopLevelComponent[]): string[] {
  return components.flatMap((row) =>
    row.type === ComponentType.ActionRow
      ? row.components.flatMap((each) => ('custom_id' in each ? [each.custom_id] : []))
      : [],
  );
}
