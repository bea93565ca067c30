import { type Logger, pino } from 'pino';
import { createSlack, type SlackPlatform } from '../../../src/platforms/slack/index.ts';
import type { Stage, Traits } from '../stage.ts';
import { createUntil } from '../until.ts';
import { createAckClock } from './acks.ts';
import type { Delivery, Envelope } from './delivery.ts';
import { noFaults } from './faults.ts';
import { readManifest } from './manifest.ts';
import { event } from './payloads.ts';
import { createPerson, type SlackPerson } from './person.ts';
import { blockKitSchema } from './schema.ts';
import { describeWorld, inChannel, inThread } from './screen.ts';
import { openServer, type SlackServer } from './server.ts';
import { openSignedHttp, type SignedHttp } from './signed-http.ts';
import { openSocketMode, type SocketMode } from './socket-mode.ts';
import { stageFaults } from './stage-faults.ts';
import { createWebServers } from './web-server.ts';
import { APP_TOKEN, BOT_TOKEN, createWorld, SIGNING_SECRET, TEAM, type World } from './world.ts';

export interface SlackStageOptions {
  readonly transport?: 'socket' | 'http';
  /** The workspace's clock, and the bot's; the real one by default. */
  readonly now?: () => Date;
  readonly log?: Logger;
}

/** What only Slack's stage has. */
export interface SlackStage extends Stage {
  readonly name: 'slack';
  person(name: string, traits?: Traits): SlackPerson;
  platform(): SlackPlatform;
  readonly world: World;
  readonly server: SlackServer;
  readonly socket: SocketMode;
  readonly http: SignedHttp;
  /** Sends an event as Slack does; only what the manifest subscribes to arrives. */
  emit(inner: Readonly<Record<string, unknown>>): Promise<void>;
  /** Where a bot process that runs by itself takes signed requests. */
  deliverTo(requestUrl: string): void;
}

export async function openSlackStage(options: SlackStageOptions = {}): Promise<SlackStage> {
  const { transport = 'socket', now = () => new Date(), log = pino({ level: 'silent' }) } = options;
  const manifest = readManifest();
  const world = createWorld(now, manifest.oauth_config.scopes.bot);
  const pending = noFaults();
  const clock = createAckClock(world);
  const server = await openServer(world, blockKitSchema(), pending);
  const socket = openSocketMode(server.http, world, clock);
  const http = openSignedHttp(world, clock);
  const delivery: Delivery = transport === 'socket' ? socket : http;
  const web = createWebServers();
  const people = new Map<string, SlackPerson>();
  const apiUrl = `${server.origin}/api/`;
  const channel = addChannel('interviews');

  function addChannel(name: string, { botMayPost = true } = {}): string {
    const id = world.nextId('C');
    world.channels.set(id, {
      ...{
        id,
        name,
        botIsMember: botMayPost,
        botMayPost: true,
        isArchived: false,
        isPrivate: false,
      },
    });
    return id;
  }

  function deliver(envelope: Envelope): Promise<void> {
    const events = manifest.settings.event_subscriptions.bot_events;
    return subscribed(world, events, envelope) ? delivery.deliver(envelope) : Promise.resolve();
  }

  const emit = (inner: Readonly<Record<string, unknown>>) => deliver(event(world, inner));

  const until = createUntil(world.changes, () => describeWorld(world));

  function person(name: string, traits: Traits = {}): SlackPerson {
    const known = people.get(name);
    if (known) return known;
    const user = {
      id: world.nextId('U'),
      name,
      manages: traits.manages ?? false,
      locale: traits.language === 'ru' ? 'ru-RU' : 'en-US',
      timezone: traits.timezone ?? 'Europe/London',
    };
    world.users.set(user.id, user);
    const commands = manifest.features.slash_commands.map(({ command }) => command);
    const made = createPerson(
      { world, origin: server.origin, channel, commands, deliver, until },
      user,
    );
    people.set(name, made);
    return made;
  }

  function platform(): SlackPlatform {
    const common = { botToken: BOT_TOKEN, apiUrl, log, now };
    if (transport === 'socket') return createSlack({ ...common, appToken: APP_TOKEN });
    const slack = createSlack({ ...common, signingSecret: SIGNING_SECRET });
    // Nothing is sent before the platform is started, which takes longer than to listen.
    web.open(
      (request, response) => slack.handler?.(request, response),
      (origin) => http.targets.push(`${origin}/slack/events`),
    );
    return slack;
  }

  async function close(): Promise<void> {
    await delivery.close();
    if (transport === 'http') await socket.close();
    await web.close();
    await server.goDown();
  }

  return {
    name: 'slack',
    workspace: TEAM.id,
    channel,
    env: {
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_API_URL: apiUrl,
      ...(transport === 'socket'
        ? { SLACK_APP_TOKEN: APP_TOKEN }
        : { SLACK_SIGNING_SECRET: SIGNING_SECRET }),
    },
    platform,
    person,
    addChannel,
    channelMessages: (of = channel) => inChannel(world, of),
    threadMessages: (under) => inThread(world, under),
    until,
    caughtUp: () => Promise.resolve(),
    groups: {
      add(name) {
        const id = world.nextId('S');
        world.groups.set(id, []);
        world.handles.set(id, name);
        return id;
      },
      remove: (id) => void world.groups.delete(id),
      notified: () => world.notified,
    },
    faults: stageFaults(world, pending, delivery, emit),
    refusals: () => [...world.refusals, ...clock.late()],
    close,
    world,
    server,
    socket,
    http,
    emit,
    deliverTo: (requestUrl) => void http.targets.push(requestUrl),
  };
}

/** The events Slack brings are those of the manifest; messages, from channels the bot is in. */
function subscribed(world: World, events: readonly string[], { type, payload }: Envelope): boolean {
  if (type !== 'events_api') return true;
  const inner = payload['event'] as { type: string; channel: string };
  if (inner.type !== 'message') return events.includes(inner.type);
  const channel = world.channels.get(inner.channel);
  const name = channel?.isPrivate ? 'message.groups' : 'message.channels';
  return channel?.botIsMember === true && events.includes(name);
}
