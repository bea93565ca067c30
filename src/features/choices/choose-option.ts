import { sql } from 'kysely';
import type { Db } from '../../db/connect.ts';
import type { Round } from '../../db/tables.ts';
import type { Context } from '../../delivery/context.ts';
import { inTransaction } from '../../delivery/in-transaction.ts';
import { changeChoice, type ChoiceChange } from '../../domain/choice.ts';
import type { QuestionText } from '../../domain/question.ts';
import type { Streak } from '../../domain/streak.ts';
import { textIn } from '../decks/question-facts.ts';
import { lockOwnRound, type OwnRound } from '../rounds/own-round.ts';
import { refreshLocked } from '../standings/refresh-standing.ts';
import { lockStandings } from '../standings/refresh-standings.ts';

export interface OptionPress extends ChoiceChange {
  readonly roundId: number;
  readonly workspaceId: number;
  readonly memberId: number;
}

export type ChosenOption =
  | {
      readonly type: 'chosen';
      readonly round: Round;
      readonly text: QuestionText;
      readonly picked: readonly number[];
      readonly streak: Streak;
    }
  | Extract<OwnRound, { readonly type: 'refused' }>
  /** The deadline has passed; what was chosen by then stands. */
  | { readonly type: 'late' }
  /** The last option cannot be taken back, or there is no such option. */
  | { readonly type: 'unchanged' };

/**
 * Takes a press on an option of an open round. When it returns `chosen`, the choice is committed. Presses of
 * one member come one after the other; the same press twice changes nothing the second time.
 */
export async function chooseOption(context: Context, press: OptionPress): Promise<ChosenOption> {
  return inTransaction(context, async (inside) => {
    const { db, clock } = inside;
    const found = await lockOwnRound(db, press.roundId, press.workspaceId);
    if (found.type === 'refused') return found;
    const { round } = found;
    const at = await clock.now(db);
    if (round.status !== 'open' || !round.closesAt || at >= round.closesAt) return { type: 'late' };
    return take(inside, { round, press, at });
  });
}

interface Taking {
  readonly round: Round;
  readonly press: OptionPress;
  readonly at: Date;
}

async function take(
  { db, log, observe }: Context,
  { round, press, at }: Taking,
): Promise<ChosenOption> {
  const { memberId } = press;
  const key = { trackId: round.trackId, memberId };
  await lockStandings(db, [key]);
  const text = textIn(round.question, round.language);
  const before = await pickedBefore(db, round.id, memberId);
  const picked = changeChoice(text.options ?? [], before, press);
  if (!picked) return { type: 'unchanged' };
  await keep(db, { roundId: round.id, memberId, picked, at });
  const streak = await refreshLocked(db, key);
  log.info({ round: round.id }, 'took a choice');
  if (before.length === 0) observe({ type: 'answer-taken', source: 'choice', late: false });
  return { type: 'chosen', round, text, picked, streak };
}

const sourceKeyOf = (memberId: number): string => `choice-${memberId}`;

async function pickedBefore(db: Db, roundId: number, memberId: number): Promise<readonly number[]> {
  const row = await db
    .selectFrom('answers')
    .select('picked')
    .where('roundId', '=', roundId)
    .where('sourceKey', '=', sourceKeyOf(memberId))
    .executeTakeFirst();
  return row?.picked ?? [];
}

interface Kept {
  readonly roundId: number;
  readonly memberId: number;
  readonly picked: readonly number[];
  readonly at: Date;
}

/** One row a member and round, whatever they choose and however often. */
async function keep(db: Db, { roundId, memberId, picked, at }: Kept): Promise<void> {
  const sourceKey = sourceKeyOf(memberId);
  const chosen = { picked: [...picked], revisedAt: at };
  await db
    .insertInto('answers')
    .values({
      ...{ roundId, memberId, sourceKey, gesture: sourceKey, source: 'choice', text: '' },
      ...{ saidAt: at, late: false, ...chosen },
    })
    .onConflict((conflict) =>
      conflict
        .columns(['roundId', 'sourceKey'])
        .doUpdateSet(chosen)
        .where(sql<boolean>`answers.picked is distinct from excluded.picked`),
    )
    .execute();
}
