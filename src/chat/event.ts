import type { Language } from '../domain/language.ts';
import type { Choice, Form } from './form.ts';
import type { Look } from './look.ts';
import type { Action, Message } from './message.ts';
import type { MessageRef, Place, PlatformName } from './place.ts';

/** Who did something, and where. All ids are the platform's own. */
export interface Caller {
  readonly platform: PlatformName;
  readonly workspace: string;
  readonly channel: string;
  readonly member: MemberProfile;
  /** May this person manage the server or workspace? Decided by the platform, never by a client.
   *  Undefined where the platform did not tell: then nobody may, and nobody is denied either. */
  readonly mayManage: boolean | undefined;
  /** Set for a gesture in a private message where it was the bot's message that named the workspace: it may be
   *  gone by now. */
  readonly isPrivate?: true;
  /** The platform that this person sees the place as, where it plays another than it is. */
  readonly look?: Pick<Look, 'countsReplies'>;
}

export interface MemberProfile {
  readonly id: string;
  /** The name others see. It comes from outside: show it as plain text only. */
  readonly name: string;
  /** From the person's own settings on the platform, where it is known. */
  readonly language?: Language;
  /** IANA zone, where the platform tells it. */
  readonly timezone?: string;
  /** Set where the platform did not tell who this is: the name is a guess that replaces no known one. */
  readonly unconfirmed?: true;
}

/** `/name sub` with its options as text; an option that was not given is absent. */
export interface CommandEvent {
  readonly caller: Caller;
  readonly command: string;
  readonly subcommand?: string;
  /**
   * A member option holds the member's id, or `@` and the name where no more was written, or `&` and the id of
   * a group of people, with the name of that after a space where it was told.
   */
  readonly options: Readonly<Record<string, string>>;
}

/** A command chosen in the menu of a message. */
export interface MessageCommandEvent {
  readonly caller: Caller;
  readonly command: string;
  readonly message: ChosenMessage;
  /** When the platform received it, by the platform's clock. */
  readonly at: Date;
}

/** Any message that people see, with its words, whoever wrote it. */
export type ChosenMessage = Pick<ThreadMessage, 'ref' | 'under' | 'text' | 'at'> & {
  /** The id of its author. */
  readonly author: string;
};

/** Someone is typing `partial` into an option. */
export interface CompletionEvent extends CommandEvent {
  readonly option: string;
  readonly partial: string;
}

export interface ButtonEvent {
  readonly caller: Caller;
  readonly action: Action;
}

export interface FormEvent {
  readonly caller: Caller;
  readonly action: Action;
  readonly values: Readonly<Record<string, string>>;
  /** What was put into its fields for files, by their ids. */
  readonly files?: Readonly<Record<string, SentFile>>;
  /** Unique to this one sending: two deliveries of it bear the same id. */
  readonly submission: string;
  /** When the platform received it, by the platform's clock. */
  readonly at: Date;
}

/** A file that a member put into a form. It stands with the platform until it is fetched. */
export interface SentFile {
  /** As the member called it. */
  readonly name: string;
  /**
   * Its bytes, where they are no more than `largest`; a longer file is not fetched to its end.
   * @throws {PlatformError} `file-too-large`, or why the platform does not hand it over
   */
  fetch(largest: number): Promise<Uint8Array>;
}

/** A person's message in a thread. Messages of bots, this one included, are never delivered. */
export interface ThreadMessage {
  readonly platform: PlatformName;
  /** Where it stands: in the thread, or beside it with {@link under} naming the thread. */
  readonly ref: MessageRef;
  /** The thread that it belongs to, where it replies in the channel to what the thread hangs on. */
  readonly under?: Place;
  readonly member: MemberProfile;
  readonly text: string;
  /** When it was written, by the platform's clock. */
  readonly at: Date;
  /** In a history: when it took the text that it has now, where that was later. */
  readonly editedAt?: Date;
  /**
   * Identifies the gesture that wrote it: equal for two events of one gesture (Slack's
   * `client_msg_id`), otherwise the message's id.
   */
  readonly gesture: string;
}

export type ThreadEvent =
  | { readonly type: 'written'; readonly message: ThreadMessage }
  /** `revisedAt` orders edits that arrive out of order. */
  | { readonly type: 'edited'; readonly message: ThreadMessage; readonly revisedAt: Date }
  | {
      readonly type: 'deleted';
      readonly platform: PlatformName;
      /** Its `thread` is absent where the platform did not tell it. */
      readonly ref: MessageRef;
    };

/** What changes for the bot itself. */
export type MembershipEvent = {
  readonly platform: PlatformName;
  readonly workspace: string;
} & (
  | { readonly type: 'workspace-joined'; readonly name: string }
  | { readonly type: 'workspace-left' }
  | { readonly type: 'channel-deleted' | 'channel-archived'; readonly channel: string }
  /** A person is no member any more, or is (again); told also where nothing has changed. */
  | { readonly type: 'member-gone' | 'member-here'; readonly member: string }
);

/** What somebody does, by its name: a command's with its subcommand, or that of an action. */
export interface GestureName {
  readonly type: 'command' | 'button' | 'form';
  readonly name: string;
}

/** What the bot answers to a command, a button or a form. Only the caller sees it. */
export type Response =
  | { readonly type: 'reply'; readonly message: Message }
  /** Changes the private message that bears the button; like `reply` where there is none. */
  | { readonly type: 'replace'; readonly message: Message }
  /** Allowed only for what {@link Handlers.opensForm} names. */
  | { readonly type: 'form'; readonly form: Form };

/**
 * Where a platform delivers what happens. No method rejects for bad input: that is worded in the
 * response. A rejection is a fault; the platform answers with {@link Handlers.apology}.
 */
export interface Handlers {
  /** True for a command (`track add`) or an action name that may answer with a form. A form must be
   *  a platform's first response, so the platform does not acknowledge these ahead. */
  opensForm(what: string): boolean;
  /**
   * True for what two processes that hear of one gesture may both carry out, as if one had: nothing is written,
   * or the same once. Of anything else a platform settles first which of them it is for.
   */
  isRepeatable(what: GestureName): boolean;
  command(event: CommandEvent): Promise<Response>;
  /** At most `MOST_CHOICES` choices. */
  complete(event: CompletionEvent): Promise<readonly Choice[]>;
  button(event: ButtonEvent): Promise<Response>;
  form(event: FormEvent): Promise<Response>;
  messageCommand(event: MessageCommandEvent): Promise<Response>;
  thread(event: ThreadEvent): Promise<void>;
  membership(event: MembershipEvent): Promise<void>;
  /**
   * "Something went wrong on our side, nothing was lost; try again." Where the app lacks a permission,
   * given by the platform's own name of it, it says that instead.
   */
  apology(language: Language | undefined, lacking?: string): Message;
}
