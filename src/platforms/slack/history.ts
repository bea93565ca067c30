import type { WebClient } from '@slack/web-api';
import type { MessageElement } from '@slack/web-api/dist/types/response/ConversationsHistoryResponse.js';
import type { ThreadMessage } from '../../chat/event.ts';
import type { MessageRef, Place } from '../../chat/place.ts';
import { attempt } from './errors.ts';
import type { Identity } from './identity.ts';
import { bearsMark } from './mark.ts';
import type { Members } from './members.ts';
import { isOwn, isPersons, threadMessage } from './messages.ts';
import { dateOfTs, secondsOf } from './timestamps.ts';

const PAGE = 200;

/** Our clock and Slack's may differ by this much; keys are unique, so looking further back is safe. */
const SKEW_MS = 60_000;

export interface Reader {
  readonly client: WebClient;
  readonly identity: () => Promise<Identity>;
  readonly members: Members;
}

interface Sought {
  readonly place: Place;
  readonly key: string;
  readonly since: Date;
}

export async function find(
  { client, identity }: Reader,
  { place, key, since }: Sought,
): Promise<MessageRef | undefined> {
  return attempt(async () => {
    const self = await identity();
    const from = new Date(since.getTime() - SKEW_MS);
    for await (const message of messagesOf(client, place, from)) {
      if (isOwn(message, self) && bearsMark(message.metadata, key) && message.ts !== undefined) {
        return { ...place, message: message.ts };
      }
    }
    return undefined;
  });
}

export async function threadHistory(
  { client, identity, members }: Reader,
  place: Place,
  since: Date,
): Promise<readonly ThreadMessage[]> {
  return attempt(async () => {
    const self = await identity();
    const found: ThreadMessage[] = [];
    for await (const message of messagesOf(client, place, since)) {
      if (!isPersons(message, self)) continue;
      const past = { ...message, channel: place.channel };
      const written = await threadMessage(place.workspace, past, members);
      const edited = message.edited?.ts;
      found.push({ ...written, ...(edited && { editedAt: dateOfTs(edited) }) });
    }
    return found.sort((one, other) => one.at.getTime() - other.at.getTime());
  });
}

/** A message as it stands; undefined where there is none. */
export async function messageAt(
  client: WebClient,
  { message: ts, ...place }: MessageRef,
): Promise<MessageElement | undefined> {
  // In a thread, the message that it hangs on comes first whatever is asked for.
  const only = { oldest: ts, latest: ts, cursor: undefined, limit: 2 };
  const { messages = [] } = await readPage(client, place, only);
  return messages.find((one) => one.ts === ts);
}

async function* messagesOf(
  client: WebClient,
  place: Place,
  from: Date,
): AsyncGenerator<MessageElement> {
  const oldest = secondsOf(from);
  let cursor: string | undefined;
  do {
    const answer = await readPage(client, place, { oldest, cursor });
    yield* answer.messages ?? [];
    cursor = answer.response_metadata?.next_cursor;
  } while (cursor);
}

interface PageOptions {
  readonly oldest: string;
  readonly latest?: string;
  readonly limit?: number;
  /** Where the page before it ended; undefined for the first one. */
  readonly cursor: string | undefined;
}

function readPage(client: WebClient, place: Place, { cursor, ...page }: PageOptions) {
  const { channel, thread } = place;
  const request = {
    channel,
    inclusive: true,
    limit: PAGE,
    ...page,
    include_all_metadata: true,
    ...(cursor && { cursor }),
  };
  return thread === undefined
    ? client.conversations.history(request)
    : client.conversations.replies({ ...request, ts: thread });
}
