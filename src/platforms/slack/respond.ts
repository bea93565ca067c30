import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Message } from '../../chat/message.ts';
import { messageOf } from './errors.ts';
import { CALL_TIMEOUT_MS } from './limits.ts';
import { paginate } from './paginate.ts';
import type { Pictures } from './pictures.ts';
import { type Body, type FileOf, render } from './render.ts';

/** Where the answer to a gesture goes: to one person, in the place where they made it. */
export interface ReplyAddress {
  readonly channel: string;
  readonly member: string;
  /** Present where the gesture was made in a thread. */
  readonly thread?: string;
  /** Takes five answers within half an hour of the gesture, and works in every channel. */
  readonly responseUrl?: string;
  /** True where the gesture was made on a message that only this person sees. */
  readonly onPrivate?: boolean;
}

/** Answers privately. Never rejects: whom nothing reaches is only logged. */
export type Reply = (address: ReplyAddress, message: Message, replace: boolean) => Promise<void>;

const NO_FILES: FileOf = () => undefined;

export function createReply(client: WebClient, pictures: Pictures, log: Logger): Reply {
  return async (address, message, replace) => {
    const sending = { client, pictures, address, log };
    try {
      let replaces = replace && address.onPrivate === true;
      for (const page of paginate(message)) {
        await sendPage(sending, page, replaces);
        replaces = false;
      }
    } catch (error) {
      log.warn(
        { channel: address.channel },
        `a private answer was not delivered: ${messageOf(error)}`,
      );
    }
  };
}

interface Sending {
  readonly client: WebClient;
  readonly pictures: Pictures;
  readonly address: ReplyAddress;
  readonly log: Logger;
}

/**
 * A picture must not keep words from someone who waits for them: where Slack refuses the page with
 * pictures, which it does while a file is not ready, their descriptions go instead.
 */
async function sendPage(sending: Sending, page: Message, replace: boolean): Promise<void> {
  const files = await sending
    .pictures(page)
    .catch((error: unknown) => withoutFiles(sending, error));
  if (await byUrl(sending.address, render(page, files), replace)) return;
  const words = render(page, NO_FILES);
  if (files !== NO_FILES && (await byUrl(sending.address, words, replace))) return;
  await byPost(sending, words);
}

function withoutFiles({ log, address }: Sending, error: unknown): FileOf {
  log.warn(
    { channel: address.channel },
    `the pictures of a private answer are shown as their descriptions: ${messageOf(error)}`,
  );
  return NO_FILES;
}

/** False where Slack refuses it: the address is used up, or a file in it is not ready. */
async function byUrl(address: ReplyAddress, body: Body, replace: boolean): Promise<boolean> {
  if (address.responseUrl === undefined) return false;
  const response = await fetch(address.responseUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...body,
      response_type: 'ephemeral',
      replace_original: replace,
      ...(address.thread !== undefined && !replace && { thread_ts: address.thread }),
    }),
    signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
  });
  return response.ok;
}

async function byPost({ client, address }: Sending, body: Body): Promise<void> {
  await client.chat.postEphemeral({
    channel: address.channel,
    user: address.member,
    ...(address.thread !== undefined && { thread_ts: address.thread }),
    ...body,
  });
}
