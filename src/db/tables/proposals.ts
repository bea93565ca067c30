import type { Generated, GeneratedAlways, Selectable } from 'kysely';
import type { Language } from '../../domain/language.ts';
import type { Difficulty } from '../../domain/question.ts';
import type { Maybe } from './column.ts';

export type SuggestionStatus = 'open' | 'approved' | 'declined';

/** A question that a member suggested for the team's deck. */
export interface SuggestionTable {
  readonly id: GeneratedAlways<number>;
  readonly workspaceId: number;
  /** Null: whoever suggested it has asked to be forgotten. */
  readonly memberId: Maybe<number>;
  /** The sending of the form: one row for each, however often it is delivered. */
  readonly submission: string;
  readonly question: string;
  /** Empty: a question to discuss. */
  readonly answer: string;
  readonly topic: string;
  readonly difficulty: Difficulty;
  readonly language: Language;
  /** Grows with every edit: a decision is about the text its maker saw. */
  readonly revision: Generated<number>;
  readonly status: Generated<SuggestionStatus>;
  readonly createdAt: Date;
  readonly decidedAt: Maybe<Date>;
  readonly decidedBy: Maybe<number>;
  readonly reason: Maybe<string>;
  /** Its question in the team's deck, which an approval that was taken back leaves retired. */
  readonly slug: Maybe<string>;
  /** When its author was told of the decision; set also where there is nobody to tell. */
  readonly toldAt: Maybe<Date>;
}

export type Suggestion = Selectable<SuggestionTable>;
