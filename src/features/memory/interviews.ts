import type { Db } from '../../db/connect.ts';
import type { Day } from '../../domain/day.ts';
import type { Interview } from '../../domain/memory/interview.ts';
import type { StoredCard } from './stored-cards.ts';

/** An interview as a member has set it. */
export interface StoredInterview {
  readonly id: number;
  readonly on: Day;
  readonly name: string;
  /** Null where it is about every question that the member may be asked. */
  readonly deckId: number | null;
}

/** A member's interviews from a day on, the nearest first. */
export async function interviewsFrom(
  db: Db,
  memberId: number,
  from: Day,
): Promise<readonly StoredInterview[]> {
  return db
    .selectFrom('interviews')
    .select(['id', 'onDay as on', 'name', 'deckId'])
    .where('memberId', '=', memberId)
    .where('onDay', '>=', from)
    .orderBy('onDay')
    .orderBy('id')
    .execute();
}

/**
 * Interviews as the rules take them: each says which of these cards' questions it is about. An interview whose deck is
 * gone is about none.
 */
export function aboutCards(
  interviews: readonly StoredInterview[],
  cards: readonly Pick<StoredCard, 'questionId' | 'deckId'>[],
): readonly Interview[] {
  return interviews.map(({ on, deckId }) => {
    if (deckId === null) return { on };
    const own = cards.filter((card) => card.deckId === deckId);
    return { on, questionIds: new Set(own.map(({ questionId }) => questionId)) };
  });
}
