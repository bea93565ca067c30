import type { Mark } from '../../chat/platform.ts';

/**
 * Where the playground keeps what a chat platform would keep for us: it survives a restart. A
 * rejection means that nothing is known about what was done.
 */
export interface PlaygroundStore {
  channels(): Promise<readonly StoredChannel[]>;
  /** Made where it is not there yet, left alone where it is. */
  ensureChannel(channel: StoredChannel): Promise<void>;
  /** In the order in which they were made. */
  members(): Promise<readonly StoredMember[]>;
  /** Made where it is not there yet, left alone where it is. */
  ensureMember(member: StoredMember): Promise<void>;

  /** Returns the message that stands under the same key already, where there is one. */
  insertMessage(message: NewMessage): Promise<StoredMessage>;
  message(id: number): Promise<StoredMessage | undefined>;
  messageByKey(key: string): Promise<StoredMessage | undefined>;
  /**
   * What a member sees of a channel, oldest first: its newest messages with all that stands in their
   * threads. At most `limit` of each kind, so that what is for one member alone, or idle talk, never
   * pushes a question away.
   */
  messagesFor(member: string, channel: string, limit: number): Promise<readonly StoredMessage[]>;
  /** What people wrote in a thread at or after `since`, oldest first. */
  threadByPeople(thread: number, since: Date): Promise<readonly StoredMessage[]>;
  /** Undefined where the message is gone. */
  updateMessage(id: number, change: MessageChange): Promise<StoredMessage | undefined>;
  /** With its thread, if it has one. */
  deleteMessage(id: number): Promise<void>;

  savePicture(hash: string, png: Uint8Array): Promise<void>;
  picture(hash: string): Promise<Uint8Array | undefined>;
}

export interface StoredChannel {
  readonly id: string;
  readonly name: string;
  readonly botMayPost: boolean;
}

export interface StoredMember {
  readonly id: string;
  readonly name: string;
  readonly manages: boolean;
}

export interface NewMessage {
  readonly channel: string;
  /** The message it stands under; null: in the channel itself. */
  readonly thread: number | null;
  /** A member's id; null: the bot. */
  readonly author: string | null;
  /** The one member who sees it; null: everyone does. */
  readonly seenBy: string | null;
  readonly key: string | null;
  readonly body: string;
  readonly writtenAt: Date;
}

export interface StoredMessage extends Omit<NewMessage, 'key'> {
  /** Grows with every message. */
  readonly id: number;
  readonly marks: readonly Mark[];
  readonly hasThread: boolean;
  /** Messages in its thread that everyone sees. */
  readonly replies: number;
  /** Whether its thread holds the answer. */
  readonly isRevealed: boolean;
  readonly editedAt: Date | null;
}

interface MessageChange {
  readonly body?: string;
  readonly marks?: readonly Mark[];
  readonly hasThread?: boolean;
  readonly editedAt?: Date;
}
