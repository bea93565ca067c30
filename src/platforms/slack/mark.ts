import type { MessageMetadata } from '@slack/types';

const EVENT = 'whetstone_post';

/** Marks a post with its key where nobody sees it, so that one whose answer was lost is found again. */
export const markOf = (key: string) => ({ event_type: EVENT, event_payload: { key } });

/** Whether a message with this metadata bears the key. */
export function bearsMark(metadata: Partial<MessageMetadata> | undefined, key: string): boolean {
  if (metadata?.event_type !== EVENT) return false;
  const payload: unknown = metadata.event_payload;
  return typeof payload === 'object' && payload !== null && 'key' in payload && payload.key === key;
}
