import type { Db } from '../../db/connect.ts';
import { candidatesIn } from '../../db/decks.ts';
import { askedQuestions, insertRound } from '../../db/rounds.ts';
import type { Round, Track } from '../../db/tables.ts';
import type { Context } from '../../delivery/context.ts';
import { periodsOf } from '../../domain/period.ts';
import { type Pick, pickQuestion } from '../../domain/pick-question.ts';
import { askJob, inChannelOf } from './jobs.ts';

export type Claimed =
  | { readonly type: 'claimed'; readonly round: Round }
  /** That due instant has its round already. */
  | { readonly type: 'known' }
  /** No question fits the track's decks, language, topics and difficulties. */
  | { readonly type: 'deck-empty' };

export interface Claim {
  readonly track: Track;
  readonly dueAt: Date;
}

/** What makes the order of questions a track's own. */
export const questionSeed = (trackId: number): string => `track-${trackId}`;

/**
 * Writes a track's next round and the job that asks it, in the caller's transaction, which holds the
 * track's lock.
 */
export async function claimRound(
  { db, enqueue }: Context,
  { track, dueAt }: Claim,
): Promise<Claimed> {
  const pick = await pickNext(db, track);
  if (!pick) return { type: 'deck-empty' };
  const round = await insertRound(db, {
    trackId: track.id,
    dueAt,
    questionId: pick.questionId,
    cycle: pick.cycle,
    language: track.language,
    timezone: track.timezone,
    ...periodsOf(dueAt, track.timezone),
  });
  if (!round) return { type: 'known' };
  await enqueue(db, inChannelOf(track, askJob), { roundId: round.id });
  return { type: 'claimed', round };
}

/** What the track asks next, as its decks and rounds stand now; undefined where no question fits it. */
export async function pickNext(db: Db, track: Track): Promise<Pick | undefined> {
  const pool = await candidatesIn(db, track);
  const asked = await askedQuestions(db, track.id);
  return pickQuestion(pool, asked, questionSeed(track.id));
}
