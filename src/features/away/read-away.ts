import { type Away, type AwayFault, awayFault } from '../../domain/away.ts';
import { type Day, readDayNear } from '../../domain/day.ts';

/** The days as they were typed; where all was typed in one line, `from` holds both. */
export interface TypedAway {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

export type ReadAwayFault =
  AwayFault | { readonly code: 'no-days' } | { readonly code: 'not-a-day'; readonly given: string };

export type ReadAway =
  | { readonly ok: true; readonly away: Away }
  | { readonly ok: false; readonly fault: ReadAwayFault };

/** Reads the days that a member will be away; one day alone is the first and the last. */
export function readAway(typed: TypedAway, today: Day): ReadAway {
  const [first, last] = firstAndLast(typed);
  if (first === '') return { ok: false, fault: { code: 'no-days' } };
  const [from, until] = [readDayNear(first, today), readDayNear(last, today)];
  if (from === undefined) return { ok: false, fault: { code: 'not-a-day', given: first } };
  if (until === undefined) return { ok: false, fault: { code: 'not-a-day', given: last } };
  const fault = awayFault({ from, until }, today);
  return fault ? { ok: false, fault } : { ok: true, away: { from, until } };
}

/** One or two days, with or without words such as “from” and “to”. */
const BOTH = /^(?:(?:from|с)\s+)?(\S+)(?:\s+(?:(?:to|until|till|по|до|-|–|—)\s+)?(\S+))?$/iu;

function firstAndLast({ from = '', until }: TypedAway): readonly [string, string] {
  const line = from.trim();
  if (until !== undefined) return [line, until.trim()];
  const [, first = line, last = first] = BOTH.exec(line) ?? [];
  return [first, last];
}
