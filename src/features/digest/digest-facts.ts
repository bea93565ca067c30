import type { Db } from '../../db/connect.ts';
import type { Round, Track } from '../../db/tables.ts';
import type { Context } from '../../delivery/context.ts';
import type { EndedPeriod } from '../../domain/digest.ts';
import { NONE_AHEAD, roundsOfTracks } from '../calendar/rounds-ahead.ts';
import { type BoardRowFacts, drawBoard } from '../leaderboard/draw-board.ts';
import { showBoard } from '../leaderboard/show-leaderboard.ts';
import { lookForMembers } from '../standings/look-for-members.ts';
import type { Board } from '../standings/score-counts.ts';
import { standingsWords } from '../standings/words/index.ts';
import { withDeckTitles } from '../tracks/tracks-here.ts';
import { type DigestFacts, digestTitle, type MissedPointFacts } from './digest-card.ts';
import { findMissedMost, type MissedMost } from './missed-most.ts';
import { nextTopic } from './next-topic.ts';
import { findProudStreaks } from './proud-streaks.ts';

const FEWEST_ANSWERS = 2;
const ROWS_SHOWN = 5;
/** No member has this id: a digest marks nobody's own place. */
const NOBODY = 0;

interface Told {
  readonly period: EndedPeriod;
  readonly rounds: readonly Round[];
}

/**
 * What is to be told of a period; undefined where fewer than two answers were given in it. The platform is asked
 * first whether the people whom the digest would name are still there.
 */
export async function readDigest(
  context: Context,
  track: Track,
  { period, rounds }: Told,
): Promise<DigestFacts | undefined> {
  const told = { trackId: track.id, period: period.key };
  await lookForMembers(context, { memberIds: (await readPeople(context.db, told)).shown });
  const { answers, members, rows, streaks, more } = await readPeople(context.db, told);
  if (answers < FEWEST_ANSWERS) return undefined;
  const missed = await findMissedMost(context, track, rounds);
  const facts = {
    ...{ language: track.language, track: track.id, deck: await deckOf(context.db, track) },
    ...{ period, members, answers, rounds: rounds.length, streaks, moreStreaks: more },
    ...(missed && { missed: pointFacts(missed) }),
    ...(await readNext(context, track)),
  };
  const board = rows.slice(0, ROWS_SHOWN);
  return { ...facts, board, ...(await drawn(context, { ...facts, rows })) };
}

/** Who took part in a period: its board, its longest streaks, and the members whom either names. */
async function readPeople(db: Db, board: Board) {
  const answers = await sumPoints(db, board);
  const { rows, members } = await showBoard(db, board, { memberId: NOBODY, page: 1 });
  const { streaks, more } = await findProudStreaks(db, board);
  const shown = new Set([...rows, ...streaks].map(({ memberId }) => memberId));
  return { answers, members, rows, streaks, more, shown: [...shown] };
}

/** How many answers the members of a board gave. */
async function sumPoints(db: Db, { trackId, period }: Board): Promise<number> {
  const row = await db
    .selectFrom('scores')
    .innerJoin('members', 'members.id', 'scores.memberId')
    .select((eb) => eb.fn.sum<string | null>('points').as('points'))
    .where('trackId', '=', trackId)
    .where('period', '=', period)
    .where('members.leftAt', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.points ?? 0);
}

async function deckOf(db: Db, track: Track): Promise<string> {
  const [titled] = await withDeckTitles(db, [track], track);
  return titled?.deck ?? '';
}

function pointFacts({ round, point, missed, compared }: MissedMost): MissedPointFacts {
  const text = round.question[round.language];
  const label = text?.keyPoints.find(({ id }) => id === point)?.label ?? point;
  return { label, missed, compared, number: round.number, question: text?.question ?? '' };
}

async function readNext(
  context: Context,
  track: Track,
): Promise<Pick<DigestFacts, 'ahead' | 'topic'>> {
  const [ahead = NONE_AHEAD] = await roundsOfTracks(context, [track], 1);
  const topic = ahead.asked.length > 0 ? await nextTopic(context.db, track) : undefined;
  return { ahead, ...(topic !== undefined && { topic }) };
}

type BoardFacts = Pick<DigestFacts, 'language' | 'period' | 'track' | 'deck'> & {
  readonly rows: readonly BoardRowFacts[];
};

/** The board as a picture, with as many places as a page of `/leaderboard` has. */
async function drawn(
  context: Context,
  { language, period, rows, ...track }: BoardFacts,
): Promise<Pick<DigestFacts, 'picture'>> {
  const title = digestTitle(language, period);
  const subtitle = standingsWords(language).trackLine(track);
  const picture = await drawBoard(context, { language, title, subtitle, rows });
  return picture ? { picture } : {};
}
