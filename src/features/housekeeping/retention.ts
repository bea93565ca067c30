import { sql } from 'kysely';
import type { Db } from '../../db/connect.ts';

const DAY_MS = 86_400_000;

/**
 * How many days each kind of row is kept. Rounds and answers in time are no part of this: streaks are
 * folded from them. `docs/guarantees.md` tells operators and members the same.
 */
const DAYS_KEPT = {
  /** What a member typed into a form and never came back to. */
  drafts: 7,
  /** Records of notes that were delivered; those of rounds and digests stay, since these are edited by them. */
  deliveries: 90,
  /** Outages that no open round can be excused for any more. */
  outages: 90,
  /** What was written in a thread after its round was revealed: talk, which counts for nothing. */
  talk: 90,
  /** Written answers to quiz questions. */
  quizAnswers: 365,
  /** A workspace that removed the bot, with everything in it. */
  departedWorkspaces: 90,
} as const;

export type Kept = keyof typeof DAYS_KEPT;

/** The instant before which rows of a kind are deleted. */
export function cutoffOf(kind: Kept, now: Date): Date {
  return new Date(now.getTime() - DAYS_KEPT[kind] * DAY_MS);
}

/** Deletes what is older than its kind is kept, one statement a kind. */
export async function deleteExpired(db: Db, now: Date): Promise<void> {
  const before = (kind: Kept): Date => cutoffOf(kind, now);
  await sql`delete from drafts where created_at < ${before('drafts')}`.execute(db);
  await sql`
    delete from deliveries where done_at < ${before('deliveries')}
      and key not like 'round-%' and key not like 'track-%-digest-%'
  `.execute(db);
  await sql`
    delete from outages where ended_at < least(${before('outages')},
      (select min(opened_at) from rounds where status = 'open'))
  `.execute(db);
  await sql`
    delete from answers using rounds
    where rounds.id = answers.round_id and rounds.status = 'revealed'
      and answers.late and answers.revised_at < ${before('talk')}
  `.execute(db);
  await sql`delete from quiz_answers where answered_at < ${before('quizAnswers')}`.execute(db);
}
