import type { Block } from '../block-kit.ts';
import { Refusal } from '../refusal.ts';
import type { BlockKitSchema } from '../schema.ts';
import type { Channel, StoredMessage, World } from '../world.ts';

/** One request to the Web API, its arguments decoded. */
export interface Call {
  readonly world: World;
  readonly schema: BlockKitSchema | undefined;
  /** Where the loopback listens. */
  readonly origin: string;
  readonly args: Readonly<Record<string, unknown>>;
}

export type Answer = Readonly<Record<string, unknown>>;

/** A method of the Web API, and the scope its caller needs. */
export interface Method {
  readonly scope?: string;
  readonly app?: boolean;
  readonly run: (call: Call) => Answer;
}

export function textArg(call: Call, name: string): string {
  const value = call.args[name];
  if (typeof value !== 'string' || value === '') {
    throw new Refusal('invalid_arguments', [`[ERROR] missing required field: ${name}`]);
  }
  return value;
}

export function optionalText(call: Call, name: string): string | undefined {
  const value = call.args[name];
  return typeof value === 'string' ? value : undefined;
}

export function blocksArg(call: Call): readonly Block[] {
  return (call.args['blocks'] as readonly Block[] | undefined) ?? [];
}

/** A channel the bot can see; a private one it is not in does not exist for it. */
export function channelArg({ world, ...call }: Call): Channel {
  const channel = world.channels.get(textArg({ world, ...call }, 'channel'));
  if (!channel || (channel.isPrivate && !channel.botIsMember))
    throw new Refusal('channel_not_found');
  return channel;
}

export function writableChannel(call: Call): Channel {
  const channel = channelArg(call);
  if (channel.isArchived) throw new Refusal('is_archived');
  if (!channel.botIsMember) throw new Refusal('not_in_channel');
  if (!channel.botMayPost) throw new Refusal('restricted_action');
  return channel;
}

export function messageArg(call: Call, channel: Channel, name: string): StoredMessage {
  const ts = textArg(call, name);
  const found = publicIn(call, channel, ts);
  if (!found) throw new Refusal('message_not_found');
  return found;
}

function publicIn({ world }: Call, channel: Channel, ts: string): StoredMessage | undefined {
  const found = world.messages.get(ts);
  return found?.channel === channel.id && !found.onlyFor ? found : undefined;
}

/** The thread a message is to be written in: its first message must exist and be no reply itself. */
export function threadArg(call: Call, channel: Channel): string | undefined {
  const thread = optionalText(call, 'thread_ts');
  if (thread === undefined) return undefined;
  const root = publicIn(call, channel, thread);
  if (!root) throw new Refusal('thread_not_found');
  if (root.thread !== undefined && root.thread !== root.ts)
    throw new Refusal('cannot_reply_to_message');
  return thread;
}

/** A file in a block must be uploaded, and a moment must have passed. */
export function checkFiles({ world }: Pick<Call, 'world'>, blocks: readonly Block[]): void {
  for (const [index, block] of blocks.entries()) {
    if (block.type !== 'image' || block.slack_file === undefined) continue;
    const file = world.files.get(block.slack_file.id ?? '');
    const ready = file?.completed === true && world.filesNotReady === 0;
    if (world.filesNotReady > 0) world.filesNotReady--;
    if (!ready) {
      throw new Refusal('invalid_blocks', [
        `[ERROR] invalid slack file [json-pointer:/blocks/${index}/slack_file/id]`,
      ]);
    }
  }
}
