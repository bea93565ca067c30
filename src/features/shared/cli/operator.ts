import type { Command } from 'commander';
import type { Db } from '../../../db/connect.ts';
import type { QuestionRow } from '../../../db/tables.ts';
import type { CheckOptions } from '../../../decks/check-deck.ts';
import type { FetchPublic } from '../../../decks/published/fetch-bytes.ts';
import type { Context } from '../../../delivery/context.ts';
import type { TrackSetting } from '../../../delivery/track-setting.ts';
import type { Deck, Question } from '../../../domain/question.ts';
import type { Queue } from '../../../jobs/queue.ts';
import type { Output, Terminal } from './terminal.ts';

/** What a feature gives the command line: its commands, made when one is typed. */
export type OperatorCommands = (operator: Operator) => readonly Command[];

/**
 * What the commands work with beside their arguments; `cli/operator.ts` fills it in. Where there is no database yet,
 * only the verbs that store make one: any other refuses, since a folder that is mistyped is to stay as it is.
 */
export interface Operator extends Omit<Output, 'status'> {
  readonly terminal: Terminal;
  readonly fetchPublic: FetchPublic;
  /** Runs work on the database, beside the running bot or without one. */
  run<T>(work: OperatorWork<T>): Promise<T>;
  /** Runs work on decks. Where the database has none yet, those that come with the program are loaded first. */
  runWithDecks<T>(work: OperatorWork<T>): Promise<T>;
  /** Runs work on decks that also asks the platforms what they hold; none of them is started. */
  runWithPlatforms<T>(work: OperatorWork<T>): Promise<T>;
  /** The same as `runWithDecks`, for a deck that may be the first of what is stored. */
  storeDeck<T>(work: OperatorWork<T>): Promise<T>;
  /** The same as `runWithPlatforms`, for a track that may be the first of what is stored. */
  storeTrack<T>(work: OperatorWork<T>): Promise<T>;
  /** Looks at the database as it is; undefined where there is none yet, or none that the bot has made its tables in. */
  look<T>(work: (db: Db) => Promise<T>): Promise<T | undefined>;
  /** What can be set for a track beside its plan. */
  readonly trackSettings: readonly TrackSetting<Context>[];
  /** The folder of the decks that come with the program. */
  readonly shippedDecks: string;
  /** What decks are checked with; needs no database. */
  deckChecks(): Promise<Pick<CheckOptions, 'formula' | 'cards'>>;
  /** A question and its reveal, a text for each page that a platform makes of them. */
  previewQuestion(context: Context, row: QuestionRow): Promise<readonly string[]>;
  /** The same texts of a question that is not stored yet, as Discord will be sent it; needs no database. */
  previewUnstored(deck: Deck, question: Question): Promise<readonly string[]>;
}

export type OperatorWork<T> = (at: {
  readonly context: Context;
  readonly queue: Pick<Queue, 'troubled'>;
}) => Promise<T>;

/** A command's action, for commander: the verb with the operator filled in. */
export const action =
  <Typed extends readonly unknown[]>(
    operator: Operator,
    verb: (operator: Operator, ...typed: Typed) => Promise<void> | void,
  ) =>
  (...typed: Typed): Promise<void> | void =>
    verb(operator, ...typed);

/** The action of a verb that loads much: it is loaded when its command is typed, and for no other. */
export const actionFrom =
  <Typed extends readonly unknown[]>(
    operator: Operator,
    load: () => Promise<(operator: Operator, ...typed: Typed) => Promise<void> | void>,
  ) =>
  async (...typed: Typed): Promise<void> => {
    const verb = await load();
    await verb(operator, ...typed);
  };
