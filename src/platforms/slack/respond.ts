import { setTimeout as delay } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Message } from '../../chat/message.ts';
import { isFileRefused, messageOf } from './errors.ts';
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
 * Waits before each try of a page with its pictures, three seconds together: a file is usable about a
 * second after its upload, and who waits for an answer should not wait for longer.
 */
const FILE_WAITS_MS = [0, 500, 1_000, 1_500] as const;

/** A picture must not keep words from someone who waits for them: in the end its description goes. */
async function sendPage(sending: Sending, page: Message, replace: boolean): Promise<void> {
  const { pictures } = sending;
  for (const wait of FILE_WAITS_MS) {
    await delay(wait);
    const body = render(page, await filesOf(sending, page));
    if ((await deliver(sending, body, replace)) === undefined) return pictures.taken(page);
    pictures.refused(page);
  }
  const refusal = await deliver(sending, render(page, NO_FILES), replace);
  if (refusal !== undefined) throw new Error(refusal);
}

async function filesOf({ pictures, log, address }: Sending, page: Message): Promise<FileOf> {
  try {
    return await pictures.filesOf(page);
  } catch (error) {
    log.warn(
      { channel: address.channel },
      `the pictures of a private answer are shown as their descriptions: ${messageOf(error)}`,
    );
    return NO_FILES;
  }
}

/**
 * By the response URL, and where that takes nothing, by a private post, which reaches only channels
 * that the bot is in. Returns what Slack says where it refuses a file in it, and rejects where it
 * refuses anything else.
 */
async function deliver(
  sending: Sending,
  body: Body,
  replace: boolean,
): Promise<string | undefined> {
  const { address, log } = sending;
  const refusal = await byUrl(address, body, replace);
  if (refusal === undefined) return undefined;
  if (hasFile(body) && /invalid_blocks|slack.?file/i.test(refusal)) return refusal;
  if (address.responseUrl !== undefined) {
    log.info({ channel: address.channel }, `a response URL took no answer: ${refusal}`);
  }
  return byPost(sending, body);
}

/** Undefined where the answer was taken, and otherwise what came instead: Slack may refuse with a status
 *  of 200, and its host for these addresses may be out of reach where the Web API is not. */
async function byUrl(
  address: ReplyAddress,
  body: Body,
  replace: boolean,
): Promise<string | undefined> {
  if (address.responseUrl === undefined) return 'there is none';
  try {
    const response = await fetch(address.responseUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        ...body,
        // What is replaced stays as private as it is: a private message is not one that only shows to one.
        ...(replace ? { replace_original: true } : { response_type: 'ephemeral' }),
        ...(address.thread !== undefined && !replace && { thread_ts: address.thread }),
      }),
      signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
    });
    const said = await response.text();
    if (response.ok && !isRefusal(said)) return undefined;
    return `${response.status} ${said.slice(0, LOGGED_LENGTH)}`;
  } catch (error) {
    return messageOf(error);
  }
}

/** As much of an unexpected answer as the log needs. */
const LOGGED_LENGTH = 200;

/** An answer that was taken is acknowledged with `ok`, or with JSON that says so. */
function isRefusal(said: string): boolean {
  try {
    const answer: unknown = JSON.parse(said);
    return typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false;
  } catch {
    return false;
  }
}

async function byPost({ client, address }: Sending, body: Body): Promise<string | undefined> {
  try {
    await client.chat.postEphemeral({
      channel: address.channel,
      user: address.member,
      ...(address.thread !== undefined && { thread_ts: address.thread }),
      ...body,
    });
    return undefined;
  } catch (error) {
    if (hasFile(body) && isFileRefused(error)) return messageOf(error);
    throw error;
  }
}

const hasFile = ({ blocks }: Body): boolean => blocks.some(({ type }) => type === 'image');
