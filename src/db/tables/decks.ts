import type { Generated, Selectable } from 'kysely';
import type { Translated } from '../../domain/question.ts';
import type { Json, Maybe } from './column.ts';

/** A set of questions. */
export interface DeckTable {
  readonly id: Generated<number>;
  /** Null: a deck of the installation, open to every workspace. */
  readonly workspaceId: Maybe<number>;
  readonly name: string;
  readonly title: Json<Translated>;
  readonly description: Json<Translated>;
  /** As `json`, since `jsonb` forgets the order in which topics are shown. */
  readonly topics: Json<Readonly<Record<string, Translated>>>;
  /** Not yet up to the shipped deck's standard, such as a fresh import. */
  readonly draft: Generated<boolean>;
  /** Nobody finds it any more; past rounds keep its questions. */
  readonly removedAt: Maybe<Date>;
  /** Of the files that come with the program, once loaded from them; null as soon as it is saved otherwise. */
  readonly filesHash: Maybe<string>;
}

export type DeckRow = Selectable<DeckTable>;
