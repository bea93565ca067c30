import type { Db } from '../../db/connect.ts';
import { candidatesIn } from '../../db/decks.ts';
import { askedQuestions, insertRound } from '../../db/rounds.ts';
import type { Round, Track } from '../../db/tables.ts';
import type { Context } from '../../delivery/context.ts';
import { periodsOf } from '../../domain/period.ts';
import { pickQuestion } from '../../domain/pick-question.ts';
import { askJob, groupOf } from './jobs.ts';

export type Claimed =
  | { readonly type: 'claimed'; readonly round: Round }
  /** That due instant has its round already. */
  | { readonly type: 'known' }
  /** No question fits the track's decks, language, topics and difficulties. */
  | { readonly type: 'deck-empty' };

/**
 * Writes a track's next round and the job that asks it, in the caller's transaction, which holds the
 * track's lock.
 */
export async function claimRound(
  context: Context,
  tx: Db,
  track: Track,
  dueAt: Date,
): Promise<Claimed> {
  const pool = await candidatesIn(tx, track);
  const asked = await askedQuestions(tx, track.id);
  const pick = pickQuestion(pool, asked, `track-${track.id}`);
  if (!pick) return { type: 'deck-empty' };
  const round = await insertRound(tx, {
    trackId: track.id,
    dueAt,
    questionId: pick.questionId,
    cycle: pick.cycle,
    language: track.language,
    timezone: track.timezone,
    ...periodsOf(dueAt, track.timezone),
  });
  if (!round) return { type: 'known' };
  await context.enqueue(tx, askJob, { roundId: round.id }, { group: groupOf(track) });
  return { type: 'claimed', round };
}
