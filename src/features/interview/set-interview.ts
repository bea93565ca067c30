import type { Db } from '../../db/connect.ts';
import { orNone } from '../../db/or-none.ts';
import { type Day, dayAt, midnight, readDayNear } from '../../domain/day.ts';
import { type InterviewFault, interviewFault } from '../../domain/memory/interview.ts';
import { nextTimeOfDay } from '../../domain/time-of-day.ts';
import { interviewsFrom } from '../memory/interviews.ts';
import { beginOutcomes } from './outcome/stored-outcomes.ts';

/** A member needs no more at a time, and a card shows no more. */
const MOST_INTERVIEWS = 10;

const LONGEST_NAME = 60;

/** Ten in the morning of the day after: how it went is asked then. */
const ASKED_AT_MINUTE = 600;

export interface WrittenInterview {
  readonly memberId: number;
  readonly date: string;
  /** Empty: the one that needs no name. */
  readonly name: string;
  readonly deckId: number | null;
  readonly today: Day;
  /** The member's own, by which they are asked on the day after how it went. */
  readonly timezone: string;
}

export type SetFault =
  | InterviewFault
  | { readonly code: 'not-a-day'; readonly given: string }
  | { readonly code: 'name-too-long'; readonly most: number }
  | { readonly code: 'too-many'; readonly most: number };

export type SetInterview =
  | { readonly type: 'set'; readonly on: Day }
  | { readonly type: 'refused'; readonly fault: SetFault };

/** Sets an interview; one of the same name gives way to it. What is over makes room. */
export async function setInterview(db: Db, written: WrittenInterview): Promise<SetInterview> {
  const { memberId, name, deckId, today, timezone } = written;
  const on = readDayNear(written.date, today);
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
    await forgetOver(tx, memberId, today);
    const set = { onDay: on, deckId, askAt: askedAt(on, timezone) };
    await tx
      .insertInto('interviews')
      .values({ memberId, name, ...set })
      .onConflict((conflict) => conflict.columns(['memberId', 'name']).doUpdateSet(set))
      .execute();
    return { type: 'set', on };
  });
}

/** Who was not yet asked how one of them went is asked with the list that they see now. */
async function forgetOver(tx: Db, memberId: number, today: Day): Promise<void> {
  const over = await tx
    .selectFrom('interviews')
    .select('id')
    .where('memberId', '=', memberId)
    .where('onDay', '<', today)
    .execute();
  const interviewIds = over.map(({ id }) => id);
  await beginOutcomes(tx, { interviewIds, toShow: true });
  await tx.deleteFrom('interviews').where('id', 'in', orNone(interviewIds)).execute();
}

function askedAt(on: Day, timezone: string): Date {
  let at = nextTimeOfDay(ASKED_AT_MINUTE, timezone, midnight(on));
  while (dayAt(at, timezone) <= on) at = nextTimeOfDay(ASKED_AT_MINUTE, timezone, at);
  return at;
}

const refused = (fault: SetFault) => ({ type: 'refused', fault }) as const;

/** Returns whether there was one that is not over: of one that is, it is asked how it went. */
export async function clearInterview(
  db: Db,
  { memberId, id, today }: { readonly memberId: number; readonly id: number; readonly today: Day },
): Promise<boolean> {
  const cleared = await db
    .deleteFrom('interviews')
    .where('memberId', '=', memberId)
    .where('id', '=', id)
    .where('onDay', '>=', today)
    .returning('id')
    .executeTakeFirst();
  return cleared !== undefined;
}
