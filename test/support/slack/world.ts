import { EventEmitter } from 'node:events';
import type { Block, View } from './block-kit.ts';
import type { Refusal } from './refusal.ts';

export interface SlackUser {
  readonly id: string;
  readonly name: string;
  readonly manages: boolean;
  readonly locale: string;
  readonly timezone: string;
  /** Of someone from another organisation, in a channel that is shared with it. */
  readonly team?: string;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  botIsMember: boolean;
  botMayPost: boolean;
  isArchived: boolean;
  isPrivate: boolean;
  /** A conversation of several people among themselves. */
  readonly isGroup?: boolean;
  /** Of a direct message: the member at its other end. */
  readonly direct?: string;
  /** The member who created it. */
  creator?: string;
}

export interface StoredMessage {
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  readonly botId?: string;
  readonly clientMsgId?: string;
  thread?: string;
  /** As Slack stores it: `&`, `<` and `>` escaped. */
  text: string;
  blocks: readonly Block[];
  metadata?: unknown;
  editedTs?: string;
  readonly reactions: Set<string>;
  /** Ids of the files that it shares. */
  readonly files?: readonly string[];
  /** What else Slack tells of it: files of people, forwarded messages. */
  readonly besides?: object;
  /** Set for what only this member sees. */
  readonly onlyFor?: string;
  /** The gesture this private message answers. */
  readonly gesture?: Gesture;
}

/** Something a person did that the bot answers. */
export interface Gesture {
  readonly member: string;
  readonly messages: StoredMessage[];
  form?: StoredView;
  /** The response URL was refused, so that the answer may come as a private post. */
  awaitsPost: boolean;
}

export interface StoredView {
  readonly id: string;
  readonly member: string;
  readonly view: View;
}

interface Trigger {
  readonly at: number;
  readonly gesture: Gesture;
  used: boolean;
}

export interface ResponseUrl {
  readonly at: number;
  readonly gesture: Gesture;
  readonly channel: string;
  /** The message that bears the pressed button. */
  readonly bearer?: StoredMessage;
  uses: number;
}

interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly alt: string;
  bytes?: Buffer;
  completed: boolean;
}

export const TEAM = { id: 'T0LOOPBACK', name: 'Loopback', domain: 'loopback' } as const;
export const BOT = {
  user: 'U0WHETSTONE',
  bot: 'B0WHETSTONE',
  app: 'A0WHETSTONE',
  name: 'whetstone',
} as const;
export const BOT_TOKEN = 'xoxb-loopback';
export const APP_TOKEN = 'xapp-loopback';
export const SIGNING_SECRET = 'loopback-signing-secret';

/** Everything that is the case in the loopback workspace. */
export interface World {
  readonly now: () => Date;
  readonly users: Map<string, SlackUser>;
  readonly channels: Map<string, Channel>;
  /** By their timestamps, oldest first. */
  readonly messages: Map<string, StoredMessage>;
  readonly views: Map<string, StoredView>;
  readonly triggers: Map<string, Trigger>;
  readonly responseUrls: Map<string, ResponseUrl>;
  readonly files: Map<string, StoredFile>;
  readonly scopes: Set<string>;
  /** User groups, with who is in each. */
  readonly groups: Map<string, readonly string[]>;
  /** Their handles, where they differ from their ids. */
  readonly handles: Map<string, string>;
  /** Ids of the user groups that were notified, once for each time. */
  readonly notified: string[];
  /** Members who were taken out of the workspace. */
  readonly deleted: Set<string>;
  /** Members who take no direct messages. */
  readonly closedDirect: Set<string>;
  /** What a token is answered with instead of being taken. */
  readonly tokenFaults: Map<string, string>;
  /** Methods that are answered with a refusal, for as long as they stand here. */
  readonly methodFaults: Map<string, Refusal>;
  /** Methods that are never answered. */
  readonly silentMethods: Set<string>;
  readonly refusals: string[];
  /** What answers to gestures meet at their addresses: no server, a cut connection, or a refusal that
   *  comes with the status 200. */
  responseFault?: 'unreachable' | 'reset' | 'refused';
  /** How often from now on a file in a block counts as not ready. */
  filesNotReady: number;
  /** Every post is refused with this code, whatever is in it. */
  refusePosts?: string | undefined;
  /** Emits `change` whenever anything happens. */
  readonly changes: EventEmitter;
  /** A new, unique timestamp, which is also a message's id. */
  readonly nextTs: () => string;
  readonly nextId: (prefix: string) => string;
}

export function createWorld(now: () => Date, scopes: readonly string[]): World {
  const given = new Set<string>();
  let ids = 0;
  return {
    now,
    users: new Map(),
    channels: new Map(),
    messages: new Map(),
    views: new Map(),
    triggers: new Map(),
    responseUrls: new Map(),
    files: new Map(),
    scopes: new Set(scopes),
    groups: new Map(),
    handles: new Map(),
    notified: [],
    deleted: new Set(),
    closedDirect: new Set(),
    tokenFaults: new Map(),
    methodFaults: new Map(),
    silentMethods: new Set(),
    refusals: [],
    filesNotReady: 0,
    changes: new EventEmitter().setMaxListeners(0),
    nextTs: () => {
      let micros = now().getTime() * 1000;
      while (given.has(asTs(micros))) micros++;
      given.add(asTs(micros));
      return asTs(micros);
    },
    nextId: (prefix) => `${prefix}${String(++ids).padStart(6, '0')}`,
  };
}

function asTs(micros: number): string {
  return `${Math.floor(micros / 1e6)}.${String(micros % 1e6).padStart(6, '0')}`;
}

export function addMessage(world: World, message: StoredMessage): StoredMessage {
  world.messages.set(message.ts, message);
  world.changes.emit('change');
  return message;
}
