import type { Db } from '../../db/connect.ts';
import { memberById } from '../../db/members.ts';
import type { Suggestion, SuggestionStatus } from '../../db/tables.ts';

/** Somebody decided on it before. */
export interface DecidedBefore {
  readonly type: 'already';
  readonly status: Exclude<SuggestionStatus, 'open'>;
  /** Their name; undefined where they have asked to be forgotten. */
  readonly by: string | undefined;
}

export async function decidedBefore(
  db: Db,
  { decidedBy }: Suggestion,
  status: DecidedBefore['status'],
): Promise<DecidedBefore> {
  const by = decidedBy === null ? undefined : (await memberById(db, decidedBy)).name;
  return { type: 'already', status, by };
}
