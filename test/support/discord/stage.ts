import { once } from 'node:events';
import type { Server } from 'node:http';
import { MessageType } from 'discord-api-types/v10';
import { type Logger, pino } from 'pino';
import { createDiscord } from '../../../src/platforms/discord/index.ts';
import { messageOf } from '../answered.ts';
import type { Person, Seen, Stage, Traits } from '../stage.ts';
import { createUntil } from '../until.ts';
import { createFaults, deleteChannel, POSTING } from './faults.ts';
import { createGateway, type Gateway, gatewayUrl } from './gateway.ts';
import { messageCommandData, type Sent } from './gestures.ts';
import { answered, interact } from './interact.ts';
import type { Outcome } from './interactions.ts';
import { conformance } from './openapi.ts';
import { parameterCheck } from './parameters.ts';
import { createPerson } from './people.ts';
import { createRestServer, type Recorded } from './rest.ts';
import { commandRoutes } from './routes/commands.ts';
import { directRoutes } from './routes/direct.ts';
import { interactionRoutes } from './routes/interactions.ts';
import { messageRoutes } from './routes/messages.ts';
import { readRoutes } from './routes/reads.ts';
import { threadRoutes } from './routes/threads.ts';
import { webhookRoutes } from './routes/webhooks.ts';
import { seen } from './seen.ts';
import { addChannel, createWorld, findMessage, type Member, user, type World } from './world.ts';
import { removeAll, replyTo } from './writing.ts';

export interface DiscordStageOptions {
  /** Discord's clock. */
  readonly now?: () => Date;
  /** Does the bot ask for, and the Developer Portal grant, the Message Content intent? */
  readonly messageContent?: boolean;
  readonly heartbeatMs?: number;
  /** Any free one where left out. */
  readonly port?: number;
  readonly log?: Logger;
}

/** A stage with what only Discord has. */
export interface DiscordStage extends Stage {
  readonly world: World;
  readonly gateway: Gateway;
  /** Every request that found its route, in order. */
  readonly requests: readonly Recorded[];
  /** Someone's gesture that no app of Discord's offers, some fields of it left out. */
  gesture(person: string, sent: Sent, without?: readonly string[]): Promise<Outcome>;
  /** Chooses a command in the menu of a message. */
  choose(person: string, command: string, on: Seen): Promise<Seen>;
  /** Replies to a message in the channel itself. */
  replyInChannel(
    person: string,
    reply: { readonly to: Seen; readonly text: string; readonly ping: boolean },
  ): Seen;
  deleteThread(thread: string): void;
  removeAll(messages: readonly Seen[]): void;
}

export async function openDiscordStage(options: DiscordStageOptions = {}): Promise<DiscordStage> {
  const {
    now = () => new Date(),
    messageContent = true,
    log = pino({ level: 'silent' }),
  } = options;
  const world = createWorld(now, { messageContent });
  const requests: Recorded[] = [];
  const http = createRestServer({
    world,
    routes: allRoutes(() => gatewayUrl(http)),
    conforms: conformance(),
    checkParameters: parameterCheck(),
    dispatch: (event, data) => gateway.dispatch(event, data),
    recorded: requests,
  });
  const gateway = createGateway(world, http, options.heartbeatMs ?? 41_250);
  http.listen(options.port ?? 0, '127.0.0.1');
  await once(http, 'listening');
  const apiUrl = `${gatewayUrl(http).replace('ws:', 'http:').replace('/gateway', '')}/api`;
  world.settings.origin = new URL(apiUrl).origin;
  const channel = addChannel(world, 'interviews').id;
  const crowd = { world, gateway, channel };
  const people = new Map<string, Person>();
  return {
    name: 'discord',
    world,
    gateway,
    requests,
    workspace: world.guild.id,
    channel,
    env: environment(world, apiUrl, messageContent),
    platform: () =>
      createDiscord({
        token: world.token,
        apiUrl,
        messageContent,
        log,
        elapsedMs: () => now().getTime(),
      }),
    person(name, traits) {
      const known = people.get(name) ?? createPerson(crowd, member(world, name, traits));
      people.set(name, known);
      return known;
    },
    gesture: (name, sent, without) =>
      interact(
        world,
        gateway,
        world.members.get(name) ?? member(world, name),
        sent,
        channel,
        without,
      ),
    async choose(name, command, on) {
      const sent = messageCommandData(world, command, on.id);
      const at = findMessage(world, on.id)?.channel_id ?? channel;
      const who = world.members.get(name) ?? member(world, name);
      const answer = answered(world, await interact(world, gateway, who, sent, at));
      return messageOf(answer);
    },
    replyInChannel: (name, reply) =>
      replyTo(world, gateway, world.members.get(name) ?? member(world, name), reply),
    addChannel(name, { botMayPost = true } = {}) {
      const added = addChannel(world, name, botMayPost ? 0n : POSTING);
      gateway.dispatch('CHANNEL_CREATE', { ...added, denied: undefined, guild_id: world.guild.id });
      return added.id;
    },
    channelMessages: (id = channel) => messagesIn(world, id),
    threadMessages: ({ id }) => messagesIn(world, id),
    caughtUp: () => Promise.resolve(),
    until: createUntil(world.changes, () => ({
      messages: messagesIn(world, channel),
      refusals: world.refusals,
    })),
    groups: {
      add(name) {
        const id = world.ids();
        world.roles.set(id, { id, name, mentionable: true });
        return id;
      },
      remove: (id) => void world.roles.delete(id),
      notified: () => world.notified,
    },
    faults: createFaults(world, gateway),
    refusals: () => world.refusals,
    deleteThread: (thread) => deleteChannel(world, gateway, thread),
    removeAll: (messages) => removeAll(world, gateway, messages),
    close: () => close(gateway, http),
  };
}

const allRoutes = (gateway: () => string) => [
  ...readRoutes(gateway),
  ...messageRoutes,
  ...directRoutes,
  ...threadRoutes,
  ...commandRoutes,
  ...interactionRoutes,
  ...webhookRoutes,
];

function environment(world: World, apiUrl: string, messageContent: boolean) {
  return {
    DISCORD_TOKEN: world.token,
    DISCORD_API_URL: apiUrl,
    DISCORD_MESSAGE_CONTENT: messageContent ? 'on' : 'off',
  };
}

function member(world: World, name: string, traits: Traits = {}): Member {
  const { manages = false, language = 'en' } = traits;
  const added = { user: user(world.ids(), name), manages, language };
  world.members.set(name, added);
  return added;
}

/** Without the notice that begins each thread: people see the question itself there. */
function messagesIn(world: World, channel: string): Seen[] {
  const all = world.messages.get(channel) ?? [];
  return all
    .filter(({ type }) => type !== MessageType.ThreadStarterMessage)
    .map((message) => seen(world, message));
}

async function close(gateway: Gateway, http: Server): Promise<void> {
  await gateway.close();
  http.closeAllConnections();
  http.close();
  await once(http, 'close');
}
