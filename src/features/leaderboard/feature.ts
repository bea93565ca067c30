import type { Response } from '../../chat/event.ts';
import type { PictureBlock } from '../../chat/message.ts';
import type { Context } from '../../delivery/context.ts';
import { type Period, PERIODS } from '../../domain/period.ts';
import { commonWords } from '../../i18n/words/index.ts';
import type { Feature, Request } from '../shared/feature.ts';
import { warn } from '../shared/reply.ts';
import { lookForShown } from '../standings/look-for-members.ts';
import { standingsWords } from '../standings/words/index.ts';
import { trackCommandSpan } from '../tracks/track-command.ts';
import type { ChannelTracks, TrackHere } from '../tracks/tracks-here.ts';
import { trackWords } from '../tracks/words/index.ts';
import { LEADERBOARD_COMMAND } from './definition.ts';
import { drawBoard } from './draw-board.ts';
import {
  boardTitle,
  type BoardTrack,
  leaderboardCard,
  type LeaderboardFacts,
} from './leaderboard-card.ts';
import { type AskedPage, showLeaderboard, type ShownLeaderboard } from './show-leaderboard.ts';
import { leaderboardWords } from './words/index.ts';

/** `/leaderboard`, and the buttons that turn its pages and periods. */
export const leaderboardFeature: Feature = {
  name: 'leaderboard',
  words: leaderboardWords,
  commands: [
    {
      definition: LEADERBOARD_COMMAND,
      actions: {
        '': {
          repeatable: true,
          run: (request, { period, track }) =>
            show(request, { period: periodOf(period), page: 1, track }, 'reply'),
        },
      },
    },
  ],
  buttons: [
    {
      name: 'leaderboard',
      repeatable: true,
      run: (request, [track, period, page, mark]) =>
        show(
          request,
          {
            ...{ period: periodOf(period), page: Number(page) || 1, track },
            drawn: mark === 'picture',
          },
          'replace',
        ),
    },
  ],
};

interface AskedBoard {
  readonly period: Period;
  readonly page: number;
  readonly track: string | undefined;
  /** Whether it is to be drawn as a picture too. */
  readonly drawn?: boolean;
}

async function show(
  request: Request,
  asked: AskedBoard,
  type: 'reply' | 'replace',
): Promise<Response> {
  const { context, workspace, caller, member, language } = request;
  const where = {
    workspaceId: workspace.id,
    channel: caller.channel,
    language,
    ...(asked.track !== undefined && { trackId: Number(asked.track) }),
  };
  const board = await boardOfThoseHere(context, where, { ...asked, memberId: member.id });
  if (board.type === 'no-tracks') {
    const { track } = asked;
    return warn(
      track
        ? trackWords(language).notFound({ given: track, list: trackCommandSpan(language, 'list') })
        : commonWords(language).noTracks(trackCommandSpan(language, 'add')),
    );
  }
  const { at, others, ...rest } = board;
  const facts = { language, ...namedTrack(at), others: others.map(namedTrack), ...rest };
  const picture = asked.drawn ? { picture: await drawn(context, facts) } : {};
  return { type, message: leaderboardCard({ ...facts, ...picture }) };
}

/**
 * Where somebody on a board has left, others move up, who may have left as well. So the board is read anew, but no
 * more often than this.
 */
const MOST_READS = 3;

/** A page of a leaderboard, once those on it were looked for on the platform. */
async function boardOfThoseHere(
  context: Context,
  where: ChannelTracks,
  asked: AskedPage,
): Promise<ShownLeaderboard> {
  for (let reads = 1; ; reads++) {
    const board = await showLeaderboard(context, where, asked);
    if (board.type === 'no-tracks' || reads === MOST_READS) return board;
    if (!(await lookForShown(context, board))) return board;
  }
}

/** The page as a picture, with the reader's own row under it where the page does not hold it. */
async function drawn(
  context: Context,
  facts: LeaderboardFacts,
): Promise<PictureBlock | 'not-drawn'> {
  const { language, rows, mine } = facts;
  const isListed = mine === undefined || rows.some(({ memberId }) => memberId === mine.memberId);
  const picture = await drawBoard(context, {
    language,
    title: boardTitle(facts),
    subtitle: standingsWords(language).trackLine(facts),
    rows: isListed ? rows : [...rows, mine],
    ...(mine && { ownId: mine.memberId }),
  });
  return picture ?? 'not-drawn';
}

function namedTrack({ track, deck }: TrackHere): BoardTrack {
  return { track: track.id, deck };
}

function periodOf(value: string | undefined): Period {
  return PERIODS.find((period) => period === value) ?? 'week';
}
