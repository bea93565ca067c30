import type { GeneratedAlways, Selectable } from 'kysely';
import type { Language } from '../../domain/language.ts';
import type { Maybe } from './column.ts';

/** A key point that was not found in an answer, and that its author says is there. */
export interface ContestTable {
  readonly id: GeneratedAlways<number>;
  readonly workspaceId: number;
  readonly memberId: number;
  readonly questionId: number;
  /** In which the answer was compared with the question. */
  readonly language: Language;
  /** The key point's id. */
  readonly point: string;
  /** Names the text, such as `answer-12`. */
  readonly answer: string;
  /** The sentence that says the point; null where none is known, or where its author took it back. */
  readonly wording: Maybe<string>;
  readonly contestedAt: Date;
  /** Since when the wording counts for everyone in the workspace. */
  readonly acceptedAt: Maybe<Date>;
  /** Since when a manager has turned it down. */
  readonly declinedAt: Maybe<Date>;
}

export type Contest = Selectable<ContestTable>;
