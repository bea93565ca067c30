import type { Db } from '../../db/connect.ts';
import { type Day, readDay } from '../../domain/day.ts';
import { type InterviewFault, interviewFault } from '../../domain/memory/interview.ts';
import { interviewsFrom } from '../memory/interviews.ts';

/** A member needs no more at a time, and a card shows no more. */
const MOST_INTERVIEWS = 10;

const LONGEST_NAME = 60;

export interface WrittenInterview {
  readonly memberId: number;
  readonly date: string;
  /** Empty: the one that needs no name. */
  readonly name: string;
  readonly deckId: number | null;
  readonly today: Day;
}

export type SetFault =
  | InterviewFault
  | { readonly code: 'not-a-day'; readonly given: string }
  | { readonly code: 'name-too-long'; readonly most: number }
  | { readonly code: 'too-many'; readonly most: number };

export type SetInterview =
  | { readonly type: 'set'; readonly on: Day }
  | { readonly type: 'refused'; readonly fault: SetFault };

/** Sets an interview; one of the same name gives way to it. What is over is forgotten by the way. */
export async function setInterview(db: Db, written: WrittenInterview): Promise<SetInterview> {
  const { memberId, name, deckId, today } = written;
  const on = readDay(written.date);
  if (on === undefined) return refused({ code: 'not-a-day', given: written.date });
  const fault = interviewFault(on, today);
  if (fault) return refused(fault);
  if (name.length > LONGEST_NAME) return refused({ code: 'name-too-long', most: LONGEST_NAME });
  return db.transaction().execute(async (tx) => {
    // One at a time, so that two commands at once do not go beyond the most.
    await tx
      .selectFrom('members')
      .select('id')
      .where('id', '=', memberId)
      .forNoKeyUpdate()
      .execute();
    const ahead = await interviewsFrom(tx, memberId, today);
    const others = ahead.filter((interview) => interview.name !== name);
    if (others.length >= MOST_INTERVIEWS) {
      return refused({ code: 'too-many', most: MOST_INTERVIEWS });
    }
    await tx
      .deleteFrom('interviews')
      .where('memberId', '=', memberId)
      .where('onDay', '<', today)
      .execute();
    await tx
      .insertInto('interviews')
      .values({ memberId, onDay: on, name, deckId })
      .onConflict((conflict) =>
        conflict.columns(['memberId', 'name']).doUpdateSet({ onDay: on, deckId }),
      )
      .execute();
    return { type: 'set', on };
  });
}

const refused = (fault: SetFault) => ({ type: 'refused', fault }) as const;

/** Returns whether there was one. */
export async function clearInterview(
  db: Db,
  { memberId, id }: { readonly memberId: number; readonly id: number },
): Promise<boolean> {
  const cleared = await db
    .deleteFrom('interviews')
    .where('memberId', '=', memberId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return cleared !== undefined;
}
