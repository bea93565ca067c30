import type { MemberProfile, ThreadMessage } from '../../chat/event.ts';
import type { MessageRef, Place } from '../../chat/place.ts';
import { decodeBody } from './body.ts';
import { attempt } from './errors.ts';
import { WORKSPACE } from './people.ts';
import type { PlaygroundStore, StoredMessage } from './store.ts';

/** Keys are unique here, so the place's history need not be read. */
export async function find(
  store: PlaygroundStore,
  place: Place,
  key: string,
): Promise<MessageRef | undefined> {
  const message = await attempt(() => store.messageByKey(key));
  return message && { ...place, message: String(message.id) };
}

export async function threadHistory(
  store: PlaygroundStore,
  place: Place,
  since: Date,
): Promise<readonly ThreadMessage[]> {
  return attempt(async () => {
    const members = await store.members();
    const messages = await store.threadByPeople(Number(place.thread), since);
    return messages.flatMap((message) => {
      const author = members.find(({ id }) => id === message.author);
      return author && isHeard(message)
        ? [pastMessage(message, { id: author.id, name: author.name })]
        : [];
    });
  });
}

function isHeard(message: StoredMessage): boolean {
  const body = decodeBody(message.body);
  return body.type === 'words' && body.unheard !== true;
}

function pastMessage(message: StoredMessage, member: MemberProfile): ThreadMessage {
  const { editedAt } = message;
  return { ...threadMessage(message, member), ...(editedAt && { editedAt }) };
}

/** A stored reply as the bot hears of it. */
export function threadMessage(message: StoredMessage, member: MemberProfile): ThreadMessage {
  const body = decodeBody(message.body);
  return {
    platform: 'playground',
    ref: refOf(message),
    member,
    text: body.type === 'words' ? body.text : '',
    at: message.writtenAt,
    gesture: String(message.id),
  };
}

export function refOf({ id, channel, thread }: StoredMessage): MessageRef {
  const place = { workspace: WORKSPACE, channel, message: String(id) };
  return thread === null ? place : { ...place, thread: String(thread) };
}
