import type { Generated, Selectable } from 'kysely';
import type { MessageRef } from '../../chat/place.ts';
import type { Maybe, MaybeJson } from './column.ts';

/** A gesture that gave an answer: a form sent, or a message written in a thread. */
export interface AnswerTable {
  readonly id: Generated<number>;
  readonly roundId: number;
  /** Unique: one row for each form sent or message written, however often it is delivered. */
  readonly sourceKey: string;
  /** One gesture may arrive as two messages. */
  readonly gesture: string;
  /** A choice stands beside what its author wrote: neither replaces the other. */
  readonly source: 'form' | 'thread' | 'choice';
  /** Null: a deletion that came before its message, or an author who was forgotten. */
  readonly memberId: Maybe<number>;
  readonly text: string;
  readonly anonymous: Generated<boolean>;
  /** By the platform's clock. */
  readonly saidAt: Date;
  /** When it took the text that it has now. */
  readonly revisedAt: Date;
  readonly late: boolean;
  readonly withdrawnAt: Maybe<Date>;
  /** An edit took all words from it, which is why it is withdrawn: a later edit may bring words back. */
  readonly emptied: Generated<boolean>;
  readonly message: MaybeJson<MessageRef>;
  /** The places of the chosen options in the question as it was asked. */
  readonly picked: Maybe<number[]>;
}

export type Answer = Selectable<AnswerTable>;

/** Every column, for statements that are prepared: these may not select whatever a table has. */
export const ANSWER_COLUMNS = [
  ...(['id', 'roundId', 'sourceKey', 'gesture', 'source', 'memberId', 'text'] as const),
  ...(['anonymous', 'saidAt', 'revisedAt', 'late', 'withdrawnAt', 'emptied'] as const),
  ...(['message', 'picked'] as const),
] satisfies readonly (keyof Answer)[];
