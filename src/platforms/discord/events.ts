import {
  type APIInteraction,
  type APIMessage,
  type Client,
  GatewayDispatchEvents,
  type GatewayChannelDeleteDispatchData,
  type GatewayGuildCreateDispatchData,
  type GatewayGuildDeleteDispatchData,
  type GatewayMessageCreateDispatchData,
  type GatewayMessageDeleteBulkDispatchData,
  type GatewayMessageDeleteDispatchData,
  type GatewayMessageUpdateDispatchData,
  type GatewayThreadDeleteDispatchData,
} from 'discord.js';
import type { MembershipEvent, ThreadEvent } from '../../chat/event.ts';
import type { Place } from '../../chat/place.ts';
import { attend, type Desk } from './interactions.ts';
import { createLanes, type Lanes } from './lanes.ts';
import { isFromPerson, threadMessage } from './messages.ts';
import { createOnce } from './once.ts';
import { createThreadOf, type ThreadOf } from './thread-of.ts';

export interface Inbound {
  /** Delivers what this client hears from now on. */
  listen(client: Client): void;
  /** Delivers nothing more, and resolves when everything under way is done. */
  close(): Promise<void>;
}

/** The gateway's events in neutral words, one after another where their order matters. */
export function createInbound(desk: Desk): Inbound {
  const lanes = createLanes();
  const isNew = createOnce();
  const closing = new AbortController();
  const threadOf = createThreadOf(desk, closing.signal);
  const gate: Lanes['run'] = (lane, work) => {
    if (!closing.signal.aborted)
      lanes.run(lane, () => work().catch((err: unknown) => failed(desk, err)));
  };
  return {
    listen(client) {
      listenToInteractions(client, desk, gate, isNew);
      listenToMembership(client, desk, gate);
      listenToThreads(client, desk, gate, threadOf);
    },
    close() {
      closing.abort();
      return lanes.idle();
    },
  };
}

function failed({ log }: Desk, err: unknown): void {
  log.error({ err }, 'an event was not handled');
}

function listenToInteractions(
  client: Client,
  desk: Desk,
  run: Lanes['run'],
  isNew: (id: string) => boolean,
): void {
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) => {
    if (isNew(interaction.id)) run(interaction.id, () => attend(desk, interaction));
  });
}

/** Guilds that the bot is in at the start arrive as created, like those that it joins later. */
function listenToMembership(client: Client, { inbox }: Desk, run: Lanes['run']): void {
  const tell = (event: MembershipEvent): void =>
    run(`workspace ${event.workspace}`, () => inbox.membership(event));
  client.ws
    .on(GatewayDispatchEvents.GuildCreate, (guild: GatewayGuildCreateDispatchData) => {
      if (guild.unavailable) return;
      tell({ ...workspace(guild.id), type: 'workspace-joined', name: guild.name });
    })
    .on(GatewayDispatchEvents.GuildDelete, (guild: GatewayGuildDeleteDispatchData) => {
      // An unavailable guild is one with an outage: the bot is still in it.
      if (!guild.unavailable) tell({ ...workspace(guild.id), type: 'workspace-left' });
    })
    .on(GatewayDispatchEvents.ChannelDelete, (channel: GatewayChannelDeleteDispatchData) => {
      if (!('guild_id' in channel) || channel.guild_id === undefined) return;
      tell({ ...workspace(channel.guild_id), type: 'channel-deleted', channel: channel.id });
    })
    .on(GatewayDispatchEvents.ThreadDelete, (thread: GatewayThreadDeleteDispatchData) => {
      tell({
        ...workspace(thread.guild_id),
        type: 'thread-deleted',
        channel: String(thread.parent_id),
        thread: thread.id,
      });
    });
}

const workspace = (id: string) => ({ platform: 'discord' as const, workspace: id });

/** Events of one thread keep their order: a message is deleted after it was written. */
function listenToThreads(
  client: Client,
  { inbox }: Desk,
  run: Lanes['run'],
  threadOf: ThreadOf,
): void {
  const tell = (
    { channel_id, guild_id }: { readonly channel_id: string; readonly guild_id?: string },
    events: (thread: Place) => readonly ThreadEvent[],
  ): void =>
    run(`thread ${channel_id}`, async () => {
      const thread = guild_id && (await threadOf(client, guild_id, channel_id));
      if (!thread) return;
      for (const event of events(thread)) await inbox.thread(event);
    });
  client.ws
    .on(GatewayDispatchEvents.MessageCreate, (message: GatewayMessageCreateDispatchData) => {
      if (isFromPerson(message)) tell(message, (thread) => [written(message, thread)]);
    })
    .on(GatewayDispatchEvents.MessageUpdate, (message: GatewayMessageUpdateDispatchData) => {
      const revisedAt = message.edited_timestamp;
      if (revisedAt === null || !isFromPerson(message)) return;
      tell(message, (thread) => [edited(message, thread, new Date(revisedAt))]);
    })
    .on(GatewayDispatchEvents.MessageDelete, (gone: GatewayMessageDeleteDispatchData) => {
      tell(gone, (thread) => [deleted(gone.id, thread)]);
    })
    .on(GatewayDispatchEvents.MessageDeleteBulk, (gone: GatewayMessageDeleteBulkDispatchData) => {
      tell(gone, (thread) => gone.ids.map((id) => deleted(id, thread)));
    });
}

function written(message: APIMessage, thread: Place): ThreadEvent {
  return { type: 'written', message: threadMessage(message, thread) };
}

function edited(message: APIMessage, thread: Place, revisedAt: Date): ThreadEvent {
  return { type: 'edited', message: threadMessage(message, thread), revisedAt };
}

function deleted(message: string, thread: Place): ThreadEvent {
  return { type: 'deleted', platform: 'discord', ref: { ...thread, message } };
}
