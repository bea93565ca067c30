import type { Group } from '../../chat/group.ts';
import type { Message } from '../../chat/message.ts';

/** The message, which notifies the group, if any, as soon as it is posted. */
export const notifying = (message: Message, group: Group | undefined): Message =>
  group ? { ...message, blocks: [{ type: 'mention', group }, ...message.blocks] } : message;
