import type { Seen, Wordless } from '../stage.ts';
import { asJson, markRoot } from './api/chat.ts';
import { event } from './payloads.ts';
import type { PersonContext, SlackPerson } from './person.ts';
import { onScreen } from './screen.ts';
import { seen } from './seen.ts';
import { addMessage, type SlackUser, type StoredMessage, TEAM, type World } from './world.ts';

/** What a person writes, for everybody to see. */
export function createPen(
  { world, deliver }: PersonContext,
  user: SlackUser,
): Pick<SlackPerson, 'reply' | 'replyWith' | 'rewrite' | 'remove'> {
  async function reply(under: Seen, text: string, besides?: object): Promise<Seen> {
    const root = onScreen(world, user, under.id);
    const thread = root.thread ?? root.ts;
    const bare = written(world, user, root.channel, thread, text);
    const message = addMessage(world, besides ? { ...bare, besides } : bare);
    markRoot(world, root.channel, thread);
    await deliver(event(world, { ...eventOf(message), ...asJson(message) }));
    return seen(world, message);
  }

  async function rewrite(target: Seen, text: string): Promise<void> {
    const message = onScreen(world, user, target.id);
    const previous = asJson(message);
    message.text = escape(text);
    message.editedTs = world.nextTs();
    world.changes.emit('change');
    await deliver(
      event(world, {
        ...eventOf(message),
        ...{ subtype: 'message_changed', hidden: true, ts: message.editedTs },
        ...{ message: asJson(message), previous_message: previous },
      }),
    );
  }

  async function remove(target: Seen): Promise<void> {
    const message = onScreen(world, user, target.id);
    world.messages.delete(message.ts);
    world.changes.emit('change');
    await deliver(
      event(world, {
        ...eventOf(message),
        ...{ subtype: 'message_deleted', hidden: true, ts: world.nextTs() },
        ...{ deleted_ts: message.ts, previous_message: asJson(message) },
      }),
    );
  }

  const replyWith = (under: Seen, what: Wordless, text = '') => reply(under, text, BESIDES[what]);

  return { reply, replyWith, rewrite, remove };
}

const SHARED_FILE = { subtype: 'file_share', upload: false };

/** What Slack tells of a message beside its text; a forwarded one is an attachment. */
const BESIDES: Readonly<Record<Wordless, object>> = {
  picture: { ...SHARED_FILE, files: [{ id: 'F0PICTURE', mimetype: 'image/png' }] },
  voice: { ...SHARED_FILE, files: [{ id: 'F0VOICE', subtype: 'slack_audio' }] },
  sticker: { ...SHARED_FILE, files: [{ id: 'F0STICKER', mimetype: 'image/gif' }] },
  forwarded: { attachments: [{ is_msg_unfurl: true, is_share: true, text: 'Said elsewhere.' }] },
};

function written(
  world: World,
  user: SlackUser,
  channel: string,
  thread: string,
  text: string,
): StoredMessage {
  return {
    channel,
    thread,
    ts: world.nextTs(),
    user: user.id,
    clientMsgId: world.nextId('client-'),
    text: escape(text),
    blocks: [],
    reactions: new Set(),
  };
}

function eventOf({ channel }: StoredMessage) {
  return { type: 'message', channel, channel_type: 'channel', team: TEAM.id };
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
