import type { Db } from '../../db/connect.ts';
import type { Round, Track } from '../../db/tables.ts';
import type { Context } from '../../delivery/context.ts';
import { NONE_AHEAD, roundsOfTracks } from '../calendar/rounds-ahead.ts';
import { showBoard } from '../leaderboard/show-leaderboard.ts';
import { lookForMembers } from '../standings/look-for-members.ts';
import type { Board } from '../standings/score-counts.ts';
import type { DigestFacts, MissedPointFacts } from './digest-card.ts';
import type { ToldPeriod } from './ended-rounds.ts';
import { findMissedMost, type MissedMost } from './missed-most.ts';
import { findProudStreaks, sumPoints } from './proud-streaks.ts';

const FEWEST_ANSWERS = 2;
const ROWS_SHOWN = 5;
const NOBODY = 0;

/**
 * What is to be told of a period; undefined where fewer than two answers were given in it. The platform is asked
 * first whether those are still there whom it would name.
 */
export async function readDigest(
  context: Context,
  track: Track,
  told: ToldPeriod & { readonly rounds: readonly Round[] },
): Promise<DigestFacts | undefined> {
  const { every, period, rounds } = told;
  const board = { trackId: track.id, period: period.key };
  await lookForMembers(context, { memberIds: (await readPeople(context.db, board)).shown });
  const { answers, members, rows, streaks, more } = await readPeople(context.db, board);
  if (answers < FEWEST_ANSWERS) return undefined;
  const [ahead = NONE_AHEAD] = await roundsOfTracks(context, [track], 1);
  const missed = await findMissedMost(context, track, rounds);
  return {
    ...{ language: track.language, every, period, members, answers, rounds: rounds.length },
    ...{ board: rows.slice(0, ROWS_SHOWN), streaks, moreStreaks: more, ahead },
    ...(missed && { missed: pointFacts(missed) }),
  };
}

/** Who stands where, as on the period's own board. */
async function readPeople(db: Db, board: Board) {
  const answers = await sumPoints(db, board);
  const { rows, members } = await showBoard(db, board, { memberId: NOBODY, page: 1 });
  const { streaks, more } = await findProudStreaks(db, board);
  const shown = new Set([...rows, ...streaks].map(({ memberId }) => memberId));
  return { answers, members, rows, streaks, more, shown: [...shown] };
}

function pointFacts({ round, point, missed, compared }: MissedMost): MissedPointFacts {
  const text = round.question[round.language];
  const label = text?.keyPoints.find(({ id }) => id === point)?.label ?? point;
  return { label, missed, compared, number: round.number, question: text?.question ?? '' };
}
