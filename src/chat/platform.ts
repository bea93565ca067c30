import type { PlaceFault } from '../domain/track-plan.ts';
import type { CommandDefinition, MessageCommandDefinition } from './command.ts';
import { cut } from './cut.ts';
import type { Handlers, MemberProfile, ThreadMessage } from './event.ts';
import type { Group } from './group.ts';
import type { Message } from './message.ts';
import type { MessageRef, Place, PlatformName } from './place.ts';

/** A thread under a message. */
export interface OpenedThread {
  readonly thread: Place;
  /** Whether it was made just now, so that nobody can have written in it before. */
  readonly isNew: boolean;
}

/**
 * The one narrow port between Whetstone and a place where people talk. An adapter translates;
 * it decides nothing. Every outbound method makes one attempt and rejects with a
 * {@link PlatformError}; repeating is the job queue's business.
 */
export interface Platform {
  readonly name: PlatformName;
  /** Whether people's replies in threads reach the bot. */
  readonly readsThreads: boolean;
  /** Whether {@link Platform.tell} can say something to one member alone, in the place of their message. */
  readonly tellsPrivately: boolean;
  readonly files: FileRules;

  /** Connects, makes the commands known, and delivers events from now on. Resolves when ready. */
  start(startOptions: StartOptions): Promise<void>;
  /** Delivers nothing more, lets handlers under way finish, and disconnects. */
  stop(): Promise<void>;
  /** For health checks. */
  state(): PlatformState;

  /** Cuts a message into as many as the platform's limits ask for; the same input, the same cuts. */
  paginate(message: Message): readonly Message[];
  /**
   * Posts one page. `key` is unique to this post for ever: where the platform can refuse a second
   * post with it, it does, and the posted message can be found again by it.
   */
  post(place: Place, message: Message, key: string): Promise<MessageRef>;
  /** The message posted with `key` at or after `since`, looked up in the place's history. */
  find(place: Place, key: string, since: Date): Promise<MessageRef | undefined>;
  /** Shows another page in a post's place. It need not be found by its key any more. */
  edit(ref: MessageRef, message: Message, options?: EditOptions): Promise<void>;
  /** The thread under a message, made where the platform needs it made. Safe to repeat. */
  openThread(ref: MessageRef, title: string): Promise<OpenedThread>;
  /** Marks a member's thread message so that its author sees it was taken. Safe to repeat. */
  acknowledge(ref: MessageRef, mark: Mark): Promise<void>;
  /** Takes such a mark off again. Safe to repeat, and where there is none. */
  unmark(ref: MessageRef, mark: Mark): Promise<void>;
  /**
   * Says something to one member about their message: seen by them alone where the platform can,
   * as a reply to it in the thread otherwise. Pings no one.
   */
  tell(ref: MessageRef, note: MemberNote): Promise<void>;
  /**
   * Where the bot writes to a member outside of any channel, with `post` as anywhere. Undefined where
   * they are gone or take no messages from the bot; some platforms say so only to the post.
   */
  openDirect(workspace: string, member: string): Promise<Place | undefined>;
  /** Why no round could be held in a channel, whatever the bot may do there; undefined when one could. */
  checkPlace(place: Place): Promise<PlaceFault | undefined>;
  /** What the bot lacks to post, open a thread and read there; empty when all is well. */
  missingPermissions(place: Place): Promise<readonly string[]>;
  /**
   * May someone manage the server or workspace at present? For gestures and jobs to which the platform told
   * nothing of that; undefined where it does not say.
   */
  mayManage(workspace: string, member: string): Promise<boolean | undefined>;
  /** Someone as the platform knows them at present; undefined where they are no member, or not any more. */
  findPerson(workspace: string, member: string): Promise<MemberProfile | undefined>;
  /** Whether someone belongs to a group of people that the platform keeps. `group` is the platform's own id. */
  isInGroup(workspace: string, group: string, member: string): Promise<boolean>;
  /** The groups of people that can be notified; never one that holds everybody. */
  groups(workspace: string): Promise<readonly Group[]>;
  /** Would a mention in a channel notify the group? `false`: it would be shown, and nobody notified. */
  mayNotify(place: Place, group: string): Promise<boolean>;
  /** The id of the person who created a channel, where the platform tells. */
  creatorOf(place: Place): Promise<string | undefined>;
  /** The thread's messages by people, written at or after `since`, oldest first; for catching up. */
  threadHistory(thread: Place, since: Date): Promise<readonly ThreadMessage[]>;
}

export interface EditOptions {
  /** The pictures that the post has shown name people who are to be named no more: none of them is kept. */
  readonly deletesPictures?: boolean;
}

/** What one member is told; the key is as unique as a post's. */
export interface MemberNote {
  readonly member: string;
  readonly message: Message;
  readonly key: string;
}

/** How a platform takes files. */
interface FileRules {
  /** In bytes, of all files of one message together; a larger one is refused with `file-too-large`. */
  readonly largest: number;
  /** Whether a reply that one person alone sees can bear a file. Where it cannot, the file's description is shown. */
  readonly inReplies: boolean;
}

/** What reaches out to the platform. */
export type OutboundCall =
  | 'post'
  | 'find'
  | 'edit'
  | 'openThread'
  | 'acknowledge'
  | 'unmark'
  | 'tell'
  | 'openDirect'
  | 'checkPlace'
  | 'missingPermissions'
  | 'mayManage'
  | 'findPerson'
  | 'isInGroup'
  | 'groups'
  | 'mayNotify'
  | 'creatorOf'
  | 'threadHistory';

/** A platform without its inbound half. */
export type Outbound = Pick<Platform, OutboundCall>;

export interface StartOptions {
  readonly commands: readonly CommandDefinition[];
  /** Left out by platforms whose messages have no menus that the bot may add to. */
  readonly messageCommands?: readonly MessageCommandDefinition[];
  readonly handlers: Handlers;
}

/** `accepted`: counted in time; `late`: kept, after the deadline. */
export type Mark = 'accepted' | 'late';

export type PlatformState =
  | { readonly status: 'ready' }
  | { readonly status: 'connecting' }
  /** `reason` tells the operator what to do. */
  | { readonly status: 'down'; readonly reason: string };

export type PlatformFault =
  /** Asked to slow down, or the platform is unwell; nothing was done. `retryAfter` in ms, if told. */
  | { readonly code: 'busy'; readonly retryAfter?: number }
  /** No answer came back: it may or may not have been done. */
  | { readonly code: 'in-doubt' }
  | { readonly code: 'workspace-gone' }
  | { readonly code: 'channel-gone' }
  /** The channel stands, closed to everyone until somebody opens it again. */
  | { readonly code: 'channel-archived' }
  | { readonly code: 'thread-gone' }
  /** The thread stands, and takes nothing from the bot. */
  | { readonly code: 'thread-locked' }
  | { readonly code: 'message-gone' }
  /** The platform's own name of what is missing, such as `Send Messages` or `chat:write`. */
  | { readonly code: 'forbidden'; readonly permission?: string }
  /** The member takes no private messages from the bot. */
  | { readonly code: 'direct-closed' }
  /** The token is not valid any more. */
  | { readonly code: 'unauthorized' }
  /** The platform refused this one message for what is in it; it may well take the next. */
  | { readonly code: 'message-refused' }
  /** Nothing was sent: the files of the message are larger than the platform takes. In bytes. */
  | { readonly code: 'file-too-large'; readonly size: number; readonly largest: number }
  /** The platform refused, with a code that nobody has said the meaning of. */
  | { readonly code: 'rejected' };

export interface PlatformErrorOptions extends ErrorOptions {
  /** The platform's own code and words, where it is the platform that refused. */
  readonly refusal?: string | undefined;
}

/** Platforms may explain a refusal at length; this much is for people to read. */
const LONGEST_REFUSAL = 300;

export class PlatformError extends Error {
  readonly fault: PlatformFault;
  /** The platform's own code and words on one line, such as `50013 Missing Permissions`. */
  readonly refusal: string | undefined;

  constructor(fault: PlatformFault, detail: string, options: PlatformErrorOptions = {}) {
    super(`${fault.code}: ${detail}`, options);
    this.name = 'PlatformError';
    this.fault = fault;
    this.refusal = options.refusal && cut(oneLine(options.refusal), LONGEST_REFUSAL);
  }
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
