import { type Call, checkFiles } from './api/call.ts';
import { hasReplies } from './api/chat.ts';
import type { Block } from './block-kit.ts';
import { checkMessage } from './check.ts';
import { RESPONSE_URL_MS, RESPONSE_URL_USES } from './limits.ts';
import { Refusal } from './refusal.ts';
import { addMessage, BOT, type ResponseUrl, type World } from './world.ts';

interface ResponseBody {
  readonly text?: string;
  readonly blocks?: readonly Block[];
  readonly response_type?: string;
  readonly replace_original?: boolean;
  readonly thread_ts?: string;
}

/** What was posted to a response URL becomes a private message, or changes the one it answers. */
export function respond(
  call: Pick<Call, 'world' | 'schema'>,
  id: string,
  body: ResponseBody,
): void {
  const url = usable(call.world, id);
  const replaces = body.replace_original === true;
  if (!replaces && body.response_type !== 'ephemeral') throw new Refusal('would_be_public');
  checkMessage(call.schema, body);
  checkFiles(call, body.blocks ?? []);
  url.uses++;
  if (replaces) replaceBearer(call.world, url, body);
  else addPrivate(call.world, url, body);
}

function usable(world: World, id: string): ResponseUrl {
  const url = world.responseUrls.get(id);
  if (!url) throw new Refusal('invalid_url');
  // Whoever has read the first page may move the clock while the next one is under way: that ages nothing.
  const age = url.uses > 0 ? 0 : world.now().getTime() - url.at;
  if (age > RESPONSE_URL_MS || url.uses >= RESPONSE_URL_USES) {
    url.gesture.awaitsPost = true;
    throw new Refusal(age > RESPONSE_URL_MS ? 'expired_url' : 'used_url');
  }
  return url;
}

function replaceBearer(world: World, { bearer, gesture }: ResponseUrl, body: ResponseBody): void {
  const isDirect = world.channels.get(bearer?.channel ?? '')?.direct === gesture.member;
  if (!bearer || (!bearer.onlyFor && !isDirect)) {
    throw new Refusal('would_replace_a_public_message');
  }
  Object.assign(bearer, { text: body.text ?? '', blocks: body.blocks ?? [] });
  gesture.messages.push(bearer);
  world.changes.emit('change');
}

function addPrivate(world: World, { channel, gesture }: ResponseUrl, body: ResponseBody): void {
  const thread = body.thread_ts;
  if (thread !== undefined && !hasReplies(world, channel, thread)) {
    throw new Refusal('thread_without_replies');
  }
  const message = addMessage(world, {
    channel,
    ts: world.nextTs(),
    user: BOT.user,
    botId: BOT.bot,
    text: body.text ?? '',
    blocks: body.blocks ?? [],
    reactions: new Set(),
    onlyFor: gesture.member,
    gesture,
    ...(thread !== undefined && { thread }),
  });
  gesture.messages.push(message);
  world.changes.emit('change');
}
