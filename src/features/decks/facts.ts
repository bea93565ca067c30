import type { Language } from '../../domain/language.ts';
import type { Question, QuestionText } from '../../domain/question.ts';

/** What every card about a question shows. */
export interface QuestionFacts {
  readonly language: Language;
  readonly question: Question;
  readonly text: QuestionText;
  /** The topic's title, or its slug where the deck has none in this language. */
  readonly topic: string;
  /** The formula drawn; left out where there is none or it cannot be drawn. */
  readonly formula?: Uint8Array;
}

/** A question asked in a round. */
export interface RoundFacts extends QuestionFacts {
  readonly roundId: number;
  readonly number: number;
  readonly closesAt: Date;
  /** Does a reply in the thread count as an answer? */
  readonly threadAnswers: boolean;
}
