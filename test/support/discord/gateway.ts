import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import {
  type APIMessage,
  GatewayCloseCodes,
  GatewayIntentBits,
  GatewayOpcodes,
} from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';
import { guildCreatePayload, seenByBot } from './wire.ts';
import type { World } from './world.ts';

/** The gateway's side of the wire: identify, heartbeats, resume, and events by intent. */
export interface Gateway {
  dispatch(event: string, data: object): void;
  /** Sends this to every session as it is, whatever it means. */
  sendFrame(frame: unknown): void;
  /** Cuts every connection; the sessions stay, so that the clients can resume. */
  drop(): void;
  /** Cuts every connection and forgets the sessions, so that resuming fails. */
  forget(): void;
  /** Closes every connection with a code, as Discord does to say why. */
  closeWith(code: number): void;
  /** Sessions that are connected and identified. */
  connected(): number;
  /** What each session asked for. */
  intents(): readonly number[];
  /** What clients did, in order: `identify`, `resume`, `heartbeat`. */
  readonly log: readonly string[];
  close(): Promise<void>;
}

/** Which one, of how many. */
type Shard = readonly [id: number, count: number];

interface Session {
  readonly id: string;
  readonly intents: number;
  readonly shard: Shard;
  readonly sent: { readonly s: number; readonly frame: string }[];
  socket?: WebSocket | undefined;
}

interface Frame {
  readonly op: number;
  readonly d: unknown;
}

export function createGateway(world: World, http: Server, heartbeatMs: number): Gateway {
  const sockets = new WebSocketServer({ server: http, path: '/gateway' });
  const sessions = new Map<string, Session>();
  const log: string[] = [];
  sockets.on('connection', (socket) => {
    send(socket, { op: GatewayOpcodes.Hello, d: { heartbeat_interval: heartbeatMs } });
    socket.on('message', (data: Buffer) => {
      const frame = JSON.parse(data.toString()) as Frame;
      log.push(GatewayOpcodes[frame.op]?.toLowerCase() ?? String(frame.op));
      receive(world, sessions, socket, frame, http);
      world.changes.emit('change');
    });
  });
  const each = (act: (socket: WebSocket) => void): void => sockets.clients.forEach(act);
  return {
    log,
    dispatch(event, data) {
      for (const session of sessions.values()) deliver(world, session, event, data);
      world.changes.emit('change');
    },
    sendFrame: (frame) => each((socket) => socket.send(JSON.stringify(frame))),
    drop: () => each((socket) => socket.terminate()),
    forget() {
      sessions.clear();
      each((socket) => socket.terminate());
    },
    closeWith: (code) => each((socket) => socket.close(code)),
    connected: () =>
      [...sessions.values()].filter(({ socket }) => socket?.readyState === socket?.OPEN).length,
    intents: () => [...sessions.values()].map(({ intents }) => intents),
    close() {
      each((socket) => socket.terminate());
      return new Promise((resolve) => sockets.close(() => resolve()));
    },
  };
}

function receive(
  world: World,
  sessions: Map<string, Session>,
  socket: WebSocket,
  { op, d }: Frame,
  http: Server,
): void {
  switch (op as GatewayOpcodes) {
    case GatewayOpcodes.Heartbeat:
      return send(socket, { op: GatewayOpcodes.HeartbeatAck });
    case GatewayOpcodes.Identify:
      return identify(world, sessions, socket, d as Identify, http);
    case GatewayOpcodes.Resume:
      return resume(world, sessions, socket, d as Resume);
    default:
      return socket.close(GatewayCloseCodes.UnknownOpcode);
  }
}

interface Identify {
  readonly token: string;
  readonly intents: number;
  readonly shard?: Shard;
}

function identify(
  world: World,
  sessions: Map<string, Session>,
  socket: WebSocket,
  { token, intents, shard = [0, 1] }: Identify,
  http: Server,
): void {
  world.settings.identifiesLeft--;
  if (world.settings.identifiesLeft < 0) {
    world.refusals.push('IDENTIFY: more than Discord allows in a day');
    world.settings.tokenValid = false;
  }
  const refusal = refuse(world, token, intents);
  if (refusal !== undefined) return socket.close(refusal);
  if (shard[0] >= shard[1]) return socket.close(GatewayCloseCodes.InvalidShard);
  const session: Session = { id: randomUUID(), intents, shard, sent: [], socket };
  sessions.set(session.id, session);
  const isThere = world.settings.botIsMember && hasGuild(world, shard);
  push(session, 'READY', {
    v: 10,
    user: world.bot,
    guilds: isThere ? [{ id: world.guild.id, unavailable: true }] : [],
    session_id: session.id,
    resume_gateway_url: gatewayUrl(http),
    shard,
    application: { id: world.application, flags: 0 },
  });
  if (isThere) push(session, 'GUILD_CREATE', guildCreatePayload(world));
}

/** Discord's own formula. */
const hasGuild = ({ guild }: World, [id, count]: Shard): boolean =>
  Number((BigInt(guild.id) >> 22n) % BigInt(count)) === id;

/** What is not of a server comes to the first shard. */
const isFor = (world: World, { shard }: Session, event: string, data: object): boolean =>
  event.startsWith('GUILD_') || 'guild_id' in data ? hasGuild(world, shard) : shard[0] === 0;

function refuse({ token, settings }: World, given: string, intents: number): number | undefined {
  if (given !== token || !settings.tokenValid) return GatewayCloseCodes.AuthenticationFailed;
  const privileged = (intents & GatewayIntentBits.MessageContent) !== 0;
  if (privileged && !settings.messageContent) return GatewayCloseCodes.DisallowedIntents;
  const others = intents & (GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences);
  return others === 0 ? undefined : GatewayCloseCodes.DisallowedIntents;
}

interface Resume {
  readonly token: string;
  readonly session_id: string;
  readonly seq: number;
}

function resume(
  world: World,
  sessions: Map<string, Session>,
  socket: WebSocket,
  { session_id, seq }: Resume,
): void {
  const session = sessions.get(session_id);
  if (!session || !world.settings.tokenValid) {
    return send(socket, { op: GatewayOpcodes.InvalidSession, d: false });
  }
  session.socket = socket;
  for (const { s, frame } of session.sent) if (s > seq) socket.send(frame);
  push(session, 'RESUMED', {});
}

/** Events that come only with an intent; all others come to everyone. */
const INTENTS: Record<string, number> = {
  GUILD_CREATE: GatewayIntentBits.Guilds,
  GUILD_DELETE: GatewayIntentBits.Guilds,
  CHANNEL_CREATE: GatewayIntentBits.Guilds,
  CHANNEL_UPDATE: GatewayIntentBits.Guilds,
  CHANNEL_DELETE: GatewayIntentBits.Guilds,
  THREAD_CREATE: GatewayIntentBits.Guilds,
  THREAD_UPDATE: GatewayIntentBits.Guilds,
  THREAD_DELETE: GatewayIntentBits.Guilds,
  MESSAGE_CREATE: GatewayIntentBits.GuildMessages,
  MESSAGE_UPDATE: GatewayIntentBits.GuildMessages,
  MESSAGE_DELETE: GatewayIntentBits.GuildMessages,
  MESSAGE_DELETE_BULK: GatewayIntentBits.GuildMessages,
  MESSAGE_REACTION_ADD: GatewayIntentBits.GuildMessageReactions,
};

function deliver(world: World, session: Session, event: string, data: object): void {
  if (!isFor(world, session, event, data)) return;
  const intent = INTENTS[event] ?? 0;
  if ((session.intents & intent) !== intent) return;
  const mayRead = (session.intents & GatewayIntentBits.MessageContent) !== 0;
  const shown = 'author' in data ? seenByBot(world, data as APIMessage, mayRead) : data;
  push(session, event, shown);
  if (world.settings.deliverTwice) push(session, event, shown);
}

function push(session: Session, event: string, d: object): void {
  const s = session.sent.length + 1;
  const frame = JSON.stringify({ op: GatewayOpcodes.Dispatch, t: event, s, d });
  session.sent.push({ s, frame });
  if (session.socket?.readyState === session.socket?.OPEN) session.socket?.send(frame);
}

function send(socket: WebSocket, frame: object): void {
  socket.send(JSON.stringify(frame));
}

export function gatewayUrl(http: Server): string {
  const address = http.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return `ws://127.0.0.1:${port}/gateway`;
}
