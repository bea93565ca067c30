import type { Generated, GeneratedAlways, Selectable } from 'kysely';
import type { Language } from '../../domain/language.ts';
import type { Difficulty, Question } from '../../domain/question.ts';
import type { Json, Maybe } from './column.ts';

/** A question of a deck. Retired rather than deleted, since rounds hang on it. */
export interface QuestionTable {
  readonly id: Generated<number>;
  readonly deckId: number;
  /** Its id in the deck's files; the row's id is what history hangs on. */
  readonly slug: string;
  readonly topic: string;
  readonly difficulty: Difficulty;
  readonly languages: Language[];
  readonly body: Json<Question>;
  /** What the body says of it, so that a choice among questions reads none of them. */
  readonly classic: GeneratedAlways<boolean>;
  /** Whether it has anything to remember: one to discuss has no reference answer. */
  readonly recallable: GeneratedAlways<boolean>;
  /** Of its content: a load writes only what has another. */
  readonly hash: string;
  /** Since when it is out of use. */
  readonly retiredAt: Maybe<Date>;
}

export type QuestionRow = Selectable<QuestionTable>;
