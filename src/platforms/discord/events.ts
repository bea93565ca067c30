import { GatewayDispatchEvents, type GatewayDispatchPayload } from 'discord-api-types/v10';
import type { z } from 'zod';
import type { MembershipEvent, ThreadEvent, ThreadMessage } from '../../chat/event.ts';
import type { Place } from '../../chat/place.ts';
import { type DiscordBot, handleInteraction } from './interactions.ts';
import { createLanes, type Lanes } from './lanes.ts';
import {
  isFromPerson,
  mentions,
  threadMessage,
  threadRepliedTo,
  type WrittenMessage,
} from './messages.ts';
import { createOnce } from './once.ts';
import {
  CHANNEL,
  EDITED_MESSAGE,
  GUILD,
  INTERACTION,
  JOINED_GUILD,
  LISTS,
  MESSAGE,
  READY,
  REMOVED_CHANNEL,
  REMOVED_MESSAGE,
  REMOVED_MESSAGES,
  UPDATE,
} from './payloads.ts';
import { createThreads, type Threads } from './threads.ts';

export interface Inbound {
  /** Delivers what the gateway sent. Never throws. */
  deliver(payload: GatewayDispatchPayload): void;
  /** Delivers nothing more, and resolves when everything under way is done. */
  close(): Promise<void>;
}

/** What the listeners share. */
interface Context {
  readonly bot: DiscordBot;
  readonly run: Lanes['run'];
  readonly isNew: (id: string) => boolean;
  readonly threads: Threads;
  /** The bot's own id, of which Discord tells before anything else. */
  readonly self: PromiseWithResolvers<string>;
}

/** The gateway's events in neutral words, one after another where their order matters. */
export function createInbound(bot: DiscordBot): Inbound {
  const lanes = createLanes();
  const closing = new AbortController();
  const run: Lanes['run'] = (lane, work) => {
    if (!closing.signal.aborted)
      lanes.run(lane, () => work().catch((err: unknown) => failed(bot, err)));
  };
  const threads = createThreads(bot, closing.signal);
  const self = Promise.withResolvers<string>();
  const context = { bot, run, threads, self, isNew: createOnce() };
  return {
    deliver({ t, d }) {
      try {
        LISTENERS[t]?.(context, d);
      } catch (err) {
        failed(bot, err);
      }
    },
    close() {
      closing.abort();
      return lanes.idle();
    },
  };
}

function failed({ log }: DiscordBot, err: unknown): void {
  log.error({ err }, 'an event was not handled');
}

type Listener = (context: Context, data: unknown) => void;

/** What is done with an event of this shape; one of another shape is logged without what it says. */
function reading<T>(schema: z.ZodType<T>, act: (context: Context, read: T) => void): Listener {
  return (context, data) => {
    const read = schema.safeParse(data);
    if (read.success) return act(context, read.data);
    const fields = read.error.issues.map(({ path }) => path.join('.'));
    context.bot.log.warn({ fields }, 'Discord sent an event without what the bot needs');
  };
}

const LISTENERS: Readonly<Partial<Record<GatewayDispatchEvents, Listener>>> = {
  [GatewayDispatchEvents.Ready]: reading(READY, ({ self }, { user }) => self.resolve(user.id)),
  [GatewayDispatchEvents.InteractionCreate]: reading(
    INTERACTION,
    ({ bot, run, isNew }, interaction) => {
      if (isNew(interaction.id)) run(interaction.id, () => handleInteraction(bot, interaction));
    },
  ),

  // Guilds that the bot is in at the start arrive as created, like those that it joins later.
  [GatewayDispatchEvents.GuildCreate]: (context, data) => {
    if (GUILD.safeParse(data).data?.unavailable) return;
    learn(context, data);
    joined(context, data);
  },
  // An unavailable guild is one with an outage: the bot is still in it.
  [GatewayDispatchEvents.GuildDelete]: reading(GUILD, (context, { id, unavailable }) => {
    if (!unavailable) tellOfBot(context, { ...workspace(id), type: 'workspace-left' });
  }),
  [GatewayDispatchEvents.ChannelDelete]: reading(REMOVED_CHANNEL, (context, { id, guild_id }) =>
    tellOfBot(context, { ...workspace(guild_id), type: 'channel-deleted', channel: id }),
  ),

  [GatewayDispatchEvents.ChannelCreate]: reading(CHANNEL, ({ threads }, channel) =>
    threads.learn(channel),
  ),
  [GatewayDispatchEvents.ThreadCreate]: reading(CHANNEL, ({ threads }, channel) =>
    threads.learn(channel),
  ),
  [GatewayDispatchEvents.ThreadListSync]: (context, data) => learn(context, data),

  [GatewayDispatchEvents.MessageCreate]: reading(MESSAGE, (context, message) => {
    if (!isFromPerson(message)) return;
    tellOfMessage(context, message, (told) => ({ type: 'written', message: told }));
  }),
  [GatewayDispatchEvents.MessageUpdate]: (context, data) => {
    if (UPDATE.safeParse(data).success) edits(context, data);
  },
  [GatewayDispatchEvents.MessageDelete]: reading(REMOVED_MESSAGE, (context, gone) =>
    tellOfDeleted(context, gone, [gone.id]),
  ),
  [GatewayDispatchEvents.MessageDeleteBulk]: reading(REMOVED_MESSAGES, (context, gone) =>
    tellOfDeleted(context, gone, gone.ids),
  ),
};

const joined = reading(JOINED_GUILD, (context, { id, name }) =>
  tellOfBot(context, { ...workspace(id), type: 'workspace-joined', name }),
);

const edits = reading(EDITED_MESSAGE, (context, message) => {
  if (!isFromPerson(message)) return;
  const revisedAt = new Date(message.edited_timestamp);
  tellOfMessage(context, message, (told) => ({ type: 'edited', message: told, revisedAt }));
});

/** Keeps which of the listed channels are threads, so that Discord need not be asked for each. */
const learn = reading(LISTS, ({ threads }, { channels, threads: active }) => {
  for (const each of [...(channels ?? []), ...(active ?? [])]) {
    const { data } = CHANNEL.safeParse(each);
    if (data) threads.learn(data);
  }
});

const workspace = (id: string) => ({ platform: 'discord' as const, workspace: id });

function tellOfBot({ bot, run }: Context, event: MembershipEvent): void {
  run(`workspace ${event.workspace}`, () => bot.handlers.membership(event));
}

interface InChannel {
  readonly channel_id: string;
  readonly guild_id?: string | null | undefined;
}

/** Events of one channel keep their order: a message is deleted after it was written. */
const inOrder = ({ run }: Context, { channel_id: channel }: InChannel, work: () => Promise<void>) =>
  run(`thread ${channel}`, work);

/** The place of a message; undefined where Discord does not say what channel it is in, or hides the channel. */
async function placeOf(
  { threads }: Context,
  { channel_id: channel, guild_id: guild }: InChannel,
): Promise<Place | undefined> {
  return guild ? threads.find(guild, channel) : undefined;
}

/**
 * Tells of what a person wrote in a thread, or in the channel as a reply to what a thread hangs on. Where the
 * bot may not read all that is written, only what mentions it has come with its words.
 */
function tellOfMessage(
  context: Context,
  message: WrittenMessage & InChannel,
  event: (told: ThreadMessage) => ThreadEvent,
): void {
  const { handlers, messageContent } = context.bot;
  inOrder(context, message, async () => {
    const self = await context.self.promise;
    const isForBot = mentions(message, self);
    if (!isForBot && !messageContent) return;
    const place = await placeOf(context, message);
    if (!place) return;
    const told = threadMessage(message, place, self);
    if (place.thread) return handlers.thread(event(told));
    const under = isForBot ? threadRepliedTo(message, place) : undefined;
    if (under) await handlers.thread(event({ ...told, under }));
  });
}

function tellOfDeleted(context: Context, at: InChannel, ids: readonly string[]): void {
  inOrder(context, at, async () => {
    const place = await placeOf(context, at);
    if (!place) return;
    for (const message of ids) {
      const ref = { ...place, message };
      await context.bot.handlers.thread({ type: 'deleted', platform: 'discord', ref });
    }
  });
}
