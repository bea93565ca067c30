import type { CommandDefinition, MessageCommandDefinition } from '../../chat/command.ts';
import type {
  Caller,
  FormEvent,
  MembershipEvent,
  MessageCommandEvent,
  Response,
  ThreadEvent,
} from '../../chat/event.ts';
import type { Choice } from '../../chat/form.ts';
import type { Message } from '../../chat/message.ts';
import type { Member, Workspace } from '../../db/tables.ts';
import type { Context } from '../../delivery/context.ts';
import type { StoredData } from '../../delivery/stored-data.ts';
import type { SettingsOfTracks } from '../../delivery/track-setting.ts';
import type { Language } from '../../domain/language.ts';
import type { FeatureWords } from '../../i18n/define-words.ts';
import type { LookAgainIn } from '../../jobs/heartbeat.ts';
import type { Job } from '../../jobs/job.ts';
import type { OperatorCommands } from './cli/operator.ts';

/** Who asks, as the database knows them, and in which language to answer them. */
export interface Request {
  readonly context: Context;
  readonly caller: Caller;
  readonly workspace: Workspace;
  readonly member: Member;
  /** The member's own: what one person alone sees is in that person's language. */
  readonly language: Language;
  /** Whether a reply in a round's thread is an answer here. */
  readonly threadAnswers: boolean;
  /** Forgets what this person wrote in a form that failed. */
  readonly dropUnsent: () => void;
}

/**
 * Who is typing into an option. A keystroke makes nobody known to the database: it is read once, and
 * nothing is written.
 */
export interface Typing extends Pick<Request, 'context' | 'language'> {
  /** Undefined where the database does not know the workspace: it has nothing of its own yet. */
  readonly workspaceId: number | undefined;
}

export type Options = Readonly<Record<string, string>>;

/** A slash command: what the platforms show of it, and what it does. */
export interface Command {
  readonly definition: CommandDefinition;
  /** By subcommand; a command without subcommands has the one key ''. */
  readonly actions: Readonly<Record<string, CommandAction>>;
}

/** What a gesture leads to. */
interface MaybeRepeatable {
  /** See {@link Handlers.isRepeatable}: it writes nothing, or what has a key of the gesture's own. */
  readonly repeatable?: boolean;
}

export interface CommandAction extends MaybeRepeatable {
  /** May it answer with a form? */
  readonly opensForm?: boolean;
  /** Only for people who may manage; for all of a command its definition says so. */
  readonly manage?: boolean;
  run(request: Request, options: Options): Promise<Response>;
  complete?(typing: Typing, option: string, partial: string): Promise<readonly Choice[]>;
}

/** A command in the menu of a message. */
export interface MessageCommand {
  readonly definition: MessageCommandDefinition;
  run(request: Request, event: MessageCommandEvent): Promise<Response>;
}

export interface ButtonHandler extends MaybeRepeatable {
  readonly name: string;
  readonly opensForm?: boolean;
  /** Only for people who may manage the server or workspace. */
  readonly manage?: boolean;
  run(request: Request, args: readonly string[]): Promise<Response>;
}

export interface FormHandler extends MaybeRepeatable {
  readonly name: string;
  readonly manage?: boolean;
  /** The button that opens this form again, given the form's own arguments. */
  readonly opener: string;
  /** The fields that people write in, by id, with the labels under which their texts are given back. */
  labels(language: Language): Readonly<Record<string, string>>;
  run(request: Request, args: readonly string[], event: FormEvent): Promise<FormOutcome>;
}

/** What became of a form that was sent. */
export type FormOutcome = Response | Refused;

/** The form was not taken: its sender is given back what they wrote, under the reason. */
export interface Refused {
  readonly type: 'refused';
  /** Why it was not taken. */
  readonly message: Message;
  /** Sending it again may help: the form is offered again, filled as it was. */
  readonly again?: boolean;
  /** The message gives way to the one that bears the button of the form, as with `replace`. */
  readonly replaces?: boolean;
}

/** What a job of one kind does. */
export interface JobHandler {
  readonly job: Job<object>;
  /** How many are done at a time; a few where it says nothing. */
  readonly concurrency?: number;
  readonly run: (context: Context, data: object) => Promise<void>;
}

/** Gives a kind of job its handler; the compiler holds the two to the same data. */
export function handleJob<Data extends object>(
  job: Job<Data>,
  run: (context: Context, data: Data) => Promise<void>,
  concurrency?: number,
): JobHandler {
  const handler = { job, run } as JobHandler;
  return concurrency === undefined ? handler : { ...handler, concurrency };
}

/** What the schedule wakes. It may come late or twice, so it looks in the database for what is due. */
interface Duty {
  /** A cron pattern of six fields, the first for seconds. */
  readonly cron: string;
  /** Of the processes that hear from platforms, wherever jobs are done; left out: of the workers. */
  readonly of?: 'listeners';
  /** May ask to be woken once more before the next beat. */
  readonly run: (context: Context, lookAgainIn: LookAgainIn) => Promise<void>;
}

/** What became of each of several things, in their order. */
export type Outcomes = readonly PromiseSettledResult<void>[];

/** One capability, and all that the rest of the program has to know of it. */
export interface Feature extends StoredData, SettingsOfTracks<Context> {
  /** The name of its folder. */
  readonly name: string;
  readonly commands?: readonly Command[];
  readonly messageCommands?: readonly MessageCommand[];
  readonly buttons?: readonly ButtonHandler[];
  readonly forms?: readonly FormHandler[];
  /** What it says, in every language; a test holds that no language lacks or leaves over any of it. */
  readonly words?: FeatureWords<object>;
  readonly jobs?: readonly JobHandler[];
  readonly duties?: readonly Duty[];
  /** Its commands for the operator; loaded by the command line alone. */
  readonly cli?: () => Promise<OperatorCommands>;
  /** Runs once at every start, before the first duty. */
  readonly onStart?: (context: Context) => Promise<void>;
  /**
   * Hears of what people write, edit and delete in one thread: of what comes while it is busy with that thread,
   * together. One that fails fails no other.
   */
  readonly onThread?: (context: Context, events: readonly ThreadEvent[]) => Promise<Outcomes>;
  /** Hears of what happens to the bot itself: joining a place, or being removed from it. */
  readonly onMembership?: (context: Context, event: MembershipEvent) => Promise<void>;
}
