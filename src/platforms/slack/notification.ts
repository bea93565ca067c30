import { cut } from '../../chat/cut.ts';
import type { Message } from '../../chat/message.ts';
import { messageSpans, plainSpans } from '../../chat/plain.ts';
import { spellCommand } from './commands.ts';
import { LIMITS } from './limits.ts';
import { escapeMrkdwn, spanMrkdwn } from './text.ts';

/**
 * A page in words, for notifications and screen readers. Slack reads it as mrkdwn: instants come in the
 * reader's own clock and channels by their names; everything else is escaped, and notifies nobody.
 */
export function notification(page: Message): string {
  let left: number = LIMITS.notification;
  const parts: string[] = [];
  for (const span of messageSpans(page)) {
    const words = plainSpans([span], spellCommand);
    parts.push(words.length <= left ? spanMrkdwn(span) : escapeMrkdwn(cut(words, left)));
    left -= words.length;
    if (left <= 0) break;
  }
  return parts.join('');
}
