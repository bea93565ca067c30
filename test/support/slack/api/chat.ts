import { checkMessage, checkPost } from '../check.ts';
import { TAKES } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import { addMessage, BOT, type StoredMessage, TEAM, type World } from '../world.ts';
import {
  type Answer,
  blocksArg,
  type Call,
  checkFiles,
  messageArg,
  type Method,
  optionalText,
  textArg,
  threadArg,
  writableChannel,
} from './call.ts';

export const CHAT: Readonly<Record<string, Method>> = {
  'chat.postMessage': { scope: 'chat:write', run: postMessage },
  'chat.update': { scope: 'chat:write', run: update },
  'chat.postEphemeral': { scope: 'chat:write', run: postEphemeral },
};

function postMessage(call: Call): Answer {
  if (call.world.refusePosts !== undefined) throw new Refusal(call.world.refusePosts);
  const channel = writableChannel(call);
  const thread = threadArg(call, channel);
  const content = contentOf(call);
  const group = checkPost(call.schema, content);
  checkFiles(call, content.blocks);
  if (call.args['unfurl_links'] !== false && call.args['unfurl_links'] !== 'false') {
    throw new Refusal('would_unfurl_links');
  }
  const message = addMessage(call.world, {
    ...botMessage(call.world, channel.id, thread),
    ...content,
    metadata: metadataOf(call),
  });
  if (group !== undefined && call.world.groups.has(group)) call.world.notified.push(group);
  markRoot(call.world, channel.id, thread);
  return { channel: channel.id, ts: message.ts, message: asJson(message) };
}

function update(call: Call): Answer {
  const channel = writableChannel(call);
  const message = messageArg(call, channel, 'ts');
  if (message.botId !== BOT.bot) throw new Refusal('cant_update_message');
  Object.assign(message, silentContent(call), { editedTs: call.world.nextTs() });
  call.world.changes.emit('change');
  return { channel: channel.id, ts: message.ts, text: message.text };
}

/** Nothing private is shown in a thread where nobody has written yet. */
function postEphemeral(call: Call): Answer {
  const channel = writableChannel(call);
  const thread = threadArg(call, channel);
  const user = textArg(call, 'user');
  if (!call.world.users.has(user)) throw new Refusal('user_not_in_channel');
  if (thread !== undefined && !hasReplies(call.world, channel.id, thread)) {
    throw new Refusal('thread_without_replies');
  }
  const gesture = awaiting(call.world, user);
  const message = addMessage(call.world, {
    ...botMessage(call.world, channel.id, thread),
    ...silentContent(call),
    onlyFor: user,
    ...(gesture && { gesture }),
  });
  gesture?.messages.push(message);
  call.world.changes.emit('change');
  return { message_ts: message.ts };
}

function awaiting(world: World, user: string) {
  return [...world.responseUrls.values()]
    .map(({ gesture }) => gesture)
    .find((gesture) => gesture.awaitsPost && gesture.member === user);
}

function contentOf(call: Call): Pick<StoredMessage, 'text' | 'blocks'> {
  const content = { text: optionalText(call, 'text') ?? '', blocks: blocksArg(call) };
  for (const forbidden of ['link_names', 'parse']) {
    if (forbidden in call.args) throw new Refusal('would_notify_someone', [forbidden]);
  }
  return content;
}

/** Of an edit, or of what one person alone sees. */
function silentContent(call: Call): Pick<StoredMessage, 'text' | 'blocks'> {
  const content = contentOf(call);
  checkMessage(call.schema, content);
  checkFiles(call, content.blocks);
  return content;
}

function metadataOf(call: Call): unknown {
  const { metadata } = call.args;
  if (metadata === undefined) return undefined;
  const valid = typeof metadata === 'object' && metadata !== null && 'event_type' in metadata;
  if (!valid || JSON.stringify(metadata).length > TAKES.metadata)
    throw new Refusal('invalid_metadata');
  return metadata;
}

function botMessage(world: World, channel: string, thread: string | undefined) {
  return {
    channel,
    ts: world.nextTs(),
    user: BOT.user,
    botId: BOT.bot,
    reactions: new Set<string>(),
    ...(thread !== undefined && { thread }),
  };
}

/** Once it has a reply, the first message of a thread says so itself. */
export function markRoot(world: World, channel: string, thread: string | undefined): void {
  const root = thread === undefined ? undefined : world.messages.get(thread);
  if (root?.channel === channel) root.thread = root.ts;
}

export function hasReplies(world: World, channel: string, thread: string): boolean {
  return [...world.messages.values()].some(
    (each) =>
      each.channel === channel && each.thread === thread && each.ts !== thread && !each.onlyFor,
  );
}

/** A message as Slack's history and events show it. */
export function asJson(message: StoredMessage): Record<string, unknown> {
  return {
    type: 'message',
    user: message.user,
    team: TEAM.id,
    text: message.text,
    ts: message.ts,
    ...message.besides,
    ...(message.thread !== undefined && { thread_ts: message.thread }),
    ...(message.clientMsgId !== undefined && { client_msg_id: message.clientMsgId }),
    ...(message.botId !== undefined && { bot_id: message.botId, app_id: BOT.app }),
    ...(message.blocks.length > 0 && { blocks: message.blocks }),
    ...(message.metadata !== undefined && { metadata: message.metadata }),
    ...(message.editedTs !== undefined && {
      edited: { user: message.user, ts: message.editedTs },
    }),
  };
}
