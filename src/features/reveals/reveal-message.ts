import type { Message } from '../../chat/message.ts';
import type { Db } from '../../db/connect.ts';
import type { Round } from '../../db/tables.ts';
import type { Tally } from '../../domain/choice.ts';
import type { ExplanationFacts } from '../decks/question-facts.ts';
import type { RoundFacts } from '../rounds/round-facts.ts';
import { streaksOf } from '../standings/boards.ts';
import type { CountedAnswer } from '../standings/counted-answers.ts';
import { revealCard, type RevealFacts } from './reveal-card.ts';

/** The key a round's reveal bears on the platform; its pages count on from it. */
export const revealKey = (roundId: number): string => `round-${roundId}-reveal`;

/** What a reveal shows of a round: its question and the answers that count. */
export interface Revealed {
  readonly facts: RoundFacts & ExplanationFacts & { readonly tally: Tally };
  readonly answers: readonly CountedAnswer[];
}

/** A round's reveal, with the answers that count now. */
export async function revealMessage(
  db: Db,
  round: Round,
  { facts, answers }: Revealed,
): Promise<Message> {
  const streaks = await streaksShown(db, round.trackId, answers);
  return revealCard({ ...facts, ...answersShown(answers), streaks, excused: round.excused });
}

/**
 * The same reveal after something in it was deleted. The streaks are left out: they told the state of
 * that day, which today's would belie.
 */
export function redactedReveal(
  facts: Revealed['facts'],
  answers: readonly CountedAnswer[],
): Message {
  return revealCard({ ...facts, ...answersShown(answers), streaks: [], redacted: true });
}

function answersShown(
  answers: readonly CountedAnswer[],
): Pick<RevealFacts, 'participants' | 'answers'> {
  const sent = answers.filter(({ source, withdrawnAt }) => source === 'form' && !withdrawnAt);
  return {
    participants: answers.length,
    answers: sent.map(({ name, text, anonymous }) => ({ text, ...(!anonymous && { name }) })),
  };
}

/** An anonymous author is not given away by their streak. */
async function streaksShown(
  db: Db,
  trackId: number,
  answers: readonly CountedAnswer[],
): Promise<RevealFacts['streaks']> {
  const authors = new Map(answers.map((answer) => [answer.memberId, answer]));
  const streaks = await streaksOf(db, trackId, [...authors.keys()]);
  return streaks
    .filter((row) => row.current >= 2 && authors.get(row.memberId)?.anonymous === false)
    .map((row) => ({ name: authors.get(row.memberId)?.name ?? '', rounds: row.current }));
}
