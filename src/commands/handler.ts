import type { TypedCommand } from '../cards/typed-command.ts';
import type { CommandDefinition } from '../chat/command.ts';
import type { Asker, FormEvent, Response } from '../chat/event.ts';
import type { Choice } from '../chat/form.ts';
import type { MessageRef } from '../chat/place.ts';
import type { Member, Workspace } from '../db/tables.ts';
import type { Language } from '../domain/language.ts';
import type { Words } from '../i18n/words.ts';
import type { Context } from '../study/context.ts';

/** Who asks, as the database knows them, and in which words to answer them. */
export interface Asking {
  readonly context: Context;
  readonly asker: Asker;
  readonly workspace: Workspace;
  readonly member: Member;
  /** The member's own: what one person alone sees is in that person's language. */
  readonly language: Language;
  readonly words: Words;
  /** Commands as this person types them. */
  readonly typed: TypedCommand;
}

export type Options = Readonly<Record<string, string>>;

/** A slash command: what the platforms show of it, and what it does. */
export interface Command {
  readonly definition: CommandDefinition;
  /** By subcommand; a command without subcommands has the one key ''. */
  readonly actions: Readonly<Record<string, CommandAction>>;
}

export interface CommandAction {
  /** May it answer with a form? */
  readonly opensForm?: boolean;
  /** Only for people who may manage; for all of a command its definition says so. */
  readonly manage?: boolean;
  run(asking: Asking, options: Options): Promise<Response>;
  complete?(asking: Asking, option: string, partial: string): Promise<readonly Choice[]>;
}

export interface Button {
  readonly name: string;
  readonly opensForm?: boolean;
  /** Only for people who may manage the server or workspace. */
  readonly manage?: boolean;
  run(asking: Asking, args: readonly string[], on?: MessageRef): Promise<Response>;
}

export interface FormHandler {
  readonly name: string;
  readonly manage?: boolean;
  run(asking: Asking, args: readonly string[], event: FormEvent): Promise<Response>;
}

/** One feature's share of what people can do. */
export interface Feature {
  readonly commands?: readonly Command[];
  readonly buttons?: readonly Button[];
  readonly forms?: readonly FormHandler[];
}
