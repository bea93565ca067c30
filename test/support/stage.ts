import type { PlatformName } from '../../src/chat/place.ts';
import type { Platform } from '../../src/chat/platform.ts';
import type { Language } from '../../src/domain/language.ts';

/**
 * A loopback platform with people on it, seen the way people see it. Scenarios are written once
 * against this and run on every platform: the real client is connected to a server that speaks the
 * platform's wire protocol and refuses what the platform would refuse.
 */
export interface Stage {
  readonly name: PlatformName;
  readonly workspace: string;
  /** A channel where the bot may post. */
  readonly channel: string;
  /** The environment variables that point a bot process at this loopback platform. */
  readonly env: Readonly<Record<string, string>>;
  /** A new, not yet started adapter connected to this loopback. Several may run side by side. */
  platform(): Platform;
  /** A person of the workspace; made on first use. */
  person(name: string, traits?: Traits): Person;
  readonly groups: StageGroups;
  addChannel(name: string, options?: { readonly botMayPost?: boolean }): string;
  /** What stands in a channel now, oldest first; the bot's messages and people's. */
  channelMessages(channel?: string): readonly Seen[];
  /** What stands in the thread under a message, oldest first, without the message itself. */
  threadMessages(under: Seen): readonly Seen[];
  /** Resolves as soon as `look` answers something; rejects with what is on the stage after 25 s. */
  until<T>(look: () => T | undefined | false | null, what?: string): Promise<T>;
  /** Resolves when people see all that stands now: the playground's pages hear of it a moment later. */
  caughtUp(): Promise<unknown>;
  readonly faults: Faults;
  /** Requests the loopback refused as the platform would, with the reason; empty in a good run. */
  refusals(): readonly string[];
  close(): Promise<void>;
}

/** Discord's roles, Slack's user groups; the playground's own are made up, and stay as they are. */
interface StageGroups {
  /** Returns its id. */
  add(name: string): string;
  remove(id: string): void;
  /** The ids of those that were notified, once for each time. */
  notified(): readonly string[];
}

export interface Traits {
  /** May manage the server or workspace. */
  readonly manages?: boolean;
  readonly language?: Language;
  readonly timezone?: string;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  /** Types a slash command, e.g. `run('track', 'add')` or `run('quiz', { topic: 'attention' })`. */
  run(command: string, ...rest: RunArgs): Promise<Answered>;
  /** What is offered while typing `partial` into an option; platforms without it answer []. */
  complete(command: string, option: string, partial: string): Promise<readonly string[]>;
  press(button: SeenButton): Promise<Answered>;
  /** Fills fields by id and sends the form; fields left out keep what they hold. */
  send(
    form: SeenForm,
    values: Readonly<Record<string, string>>,
    files?: ChosenFiles,
  ): Promise<Answered>;
  /** Writes into the thread under a message. */
  reply(under: Seen, text: string): Promise<Seen>;
  /** The same with something that is no text; the playground takes words only. */
  replyWith(under: Seen, what: Wordless, text?: string): Promise<Seen>;
  rewrite(message: Seen, text: string): Promise<void>;
  remove(message: Seen): Promise<void>;
  /** What only this person has been told outside of answers to their own gestures, oldest first;
   *  private messages included. */
  told(): readonly Seen[];
}

/** What people send besides words; Slack knows no stickers of its own. */
export type Wordless = 'picture' | 'voice' | 'sticker' | 'forwarded';

/** Files that a person puts into the fields of a form, by their ids. */
export type ChosenFiles = Readonly<
  Record<string, { readonly name: string; readonly content: string | Uint8Array }>
>;

export type RunArgs =
  | []
  | [subcommand: string]
  | [options: Readonly<Record<string, string>>]
  | [subcommand: string, options: Readonly<Record<string, string>>];

/** What came back to a gesture: a private message, or a form. */
export type Answered =
  | { readonly type: 'message'; readonly message: Seen }
  | { readonly type: 'form'; readonly form: SeenForm };

export interface Seen {
  readonly id: string;
  /** A person's name, or `whetstone`. */
  readonly author: string;
  /** All words on the screen, markup removed, in order, line by line, field names included. */
  readonly text: string;
  readonly buttons: readonly SeenButton[];
  readonly pictures: readonly { readonly alt: string; readonly bytes: number }[];
  /** What can be taken away from it, with the words in it. */
  readonly files: readonly SeenFile[];
  /** Marks on it: `accepted`, `late`. */
  readonly marks: readonly string[];
  readonly thread?: string;
}

interface SeenFile {
  readonly name: string;
  readonly text: string;
}

export interface SeenButton {
  readonly label: string;
  readonly id: string;
  readonly disabled: boolean;
  /** The message that bears it. */
  readonly on: string;
}

export interface SeenForm {
  readonly title: string;
  /** What stands above the fields; empty where nothing does. */
  readonly about: string;
  readonly fields: readonly {
    readonly id: string;
    readonly label: string;
    readonly value: string;
    readonly options?: readonly { readonly label: string; readonly value: string }[];
  }[];
  /** The platform's own handle. */
  readonly handle: string;
}

/** Ways to make the loopback misbehave; each holds until lifted or for the stated count. */
export interface Faults {
  /** The next `count` posts are answered with a 5xx and not done. */
  failPosts(count: number): void;
  /** The next `count` posts are done, but the answer never arrives (the connection is cut). */
  swallowPostAnswers(count: number): void;
  /** The next `count` requests get 429 with this many seconds to wait. */
  rateLimit(count: number, seconds: number): void;
  /** The bot may no longer post in the channel (`false`), or may again. */
  allowPosting(channel: string, allowed: boolean): void;
  deleteChannel(channel: string): void;
  /** The bot is removed from the workspace. */
  removeBot(): void;
  /** The person takes no private messages from the bot any more. */
  refuseDirect(person: string): void;
  /** Drops the event connection(s) once; the client is expected to come back. */
  dropConnection(): void;
  /** Every event is delivered twice from now on. */
  deliverTwice(on: boolean): void;
}
