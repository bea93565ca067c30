import type { WebClient } from '@slack/web-api';
import type { KnownBlock } from '@slack/types';
import type { Message } from '../../chat/message.ts';
import type { MessageRef, Place } from '../../chat/place.ts';
import { plainText } from '../../chat/plain.ts';
import type { Mark } from '../../chat/platform.ts';
import { cut } from '../../chat/cut.ts';
import { attempt, slackCode } from './errors.ts';
import { LIMITS } from './limits.ts';
import type { Pictures } from './pictures.ts';
import { renderBlocks, type FileOf } from './render.ts';
import { escapeMrkdwn } from './text.ts';

/** What marks our posts, so that one whose answer was lost is found again by its key. */
export const POST_EVENT = 'whetstone_post';

const REACTIONS: Record<Mark, string> = { accepted: 'white_check_mark', late: 'clock3' };

/** A page as the Web API and response URLs take it. */
export interface Body {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

export function bodyOf(page: Message, fileOf: FileOf): Body {
  return {
    text: escapeMrkdwn(cut(plainText(page), LIMITS.notification)),
    blocks: renderBlocks(page, fileOf),
  };
}

export async function post(
  client: WebClient,
  pictures: Pictures,
  place: Place,
  page: Message,
  key: string,
): Promise<MessageRef> {
  return attempt(async () => {
    const answer = await client.chat.postMessage({
      channel: place.channel,
      ...(place.thread !== undefined && { thread_ts: place.thread }),
      ...bodyOf(page, await pictures(page)),
      metadata: { event_type: POST_EVENT, event_payload: { key } },
      unfurl_links: false,
      unfurl_media: false,
    });
    return { ...place, message: answer.ts ?? '' };
  });
}

/** The post's metadata stays: Slack keeps what an update does not name. */
export async function edit(
  client: WebClient,
  pictures: Pictures,
  ref: MessageRef,
  page: Message,
): Promise<void> {
  await attempt(async () =>
    client.chat.update({
      channel: ref.channel,
      ts: ref.message,
      ...bodyOf(page, await pictures(page)),
    }),
  );
}

export async function acknowledge(client: WebClient, ref: MessageRef, mark: Mark): Promise<void> {
  await attempt(async () => {
    try {
      await client.reactions.add({
        channel: ref.channel,
        timestamp: ref.message,
        name: REACTIONS[mark],
      });
    } catch (error) {
      if (slackCode(error) !== 'already_reacted') throw error;
    }
  });
}

export async function tell(
  client: WebClient,
  pictures: Pictures,
  ref: MessageRef,
  member: string,
  page: Message,
): Promise<void> {
  await attempt(async () =>
    client.chat.postEphemeral({
      channel: ref.channel,
      user: member,
      ...(ref.thread !== undefined && { thread_ts: ref.thread }),
      ...bodyOf(page, await pictures(page)),
    }),
  );
}
