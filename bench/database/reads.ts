import { memberById } from '../../src/db/members.ts';
import type { Track } from '../../src/db/tables.ts';
import { periodKey } from '../../src/domain/period.ts';
import { showLeaderboard } from '../../src/features/leaderboard/show-leaderboard.ts';
import { chooseFor, pickQuiz } from '../../src/features/quiz/pick-quiz.ts';
import { readBoard } from '../../src/features/standings/boards.ts';
import { memberTyped } from '../../src/features/streaks/member-typed.ts';
import { showStreak } from '../../src/features/streaks/show-streak.ts';
import { trackStatus } from '../../src/features/track-admin/track-status.ts';
import { addCrowd } from '../../test/support/crowd.ts';
import type { Benchmark } from '../kit/benchmark.ts';
import { compare, timed } from '../kit/compare.ts';
import type { Bench } from '../kit/open-bench.ts';

/** What people ask to see, against a look-up of one row by its primary key. */
export const reads: Benchmark = {
  name: 'reads',
  title: 'What people ask to see ÷ a look-up by primary key',
  async run(bench, { rounds, each, members }) {
    const track = await bench.addTrack('reads', { workspace: 'reads' });
    const here = await fillTrack(bench, track, members);
    const sampled = (act: (member: number) => Promise<unknown>) =>
      timed(each, (turn) => act(here.member(turn)));
    const lookUp = sampled((member) => memberById(bench.db, member));
    return compare(rounds, { what: 'a look-up', sample: lookUp }, [
      ...asked(bench, here, sampled),
      {
        ...{ what: 'status', unit: 'ms', goal: { atMost: 20 } },
        sample: timed(each, () => trackStatus(bench.context)),
      },
    ]);
  },
};

type Sampled = (act: (member: number) => Promise<unknown>) => ReturnType<typeof timed>;

const asked = (bench: Bench, here: Filled, sampled: Sampled) => [
  {
    ...named('leaderboard, this week', 4),
    sample: sampled((member) => here.board('week', member)),
  },
  { ...named('leaderboard, all time', 4), sample: sampled((member) => here.board('all', member)) },
  { ...named('own place', 6), sample: sampled((member) => here.place(member)) },
  { ...named('/streak @name', 4), sample: sampled((member) => here.streakByName(member)) },
  {
    ...named('/quiz, the choice', 5),
    sample: sampled((member) => choose(bench, here.track, member)),
  },
  {
    ...{ what: '/quiz, until the choice is committed', unit: 'ms' },
    sample: sampled((member) => quiz(bench, here.track, member)),
  },
];

const named = (what: string, atMost: number) => ({ what, unit: 'ms', goal: { atMost } });

/** A track with people, and what can be asked about them. */
export interface Filled {
  readonly track: Track;
  /** Somebody else at each turn. */
  member(turn: number): number;
  board(period: 'week' | 'all', member: number): Promise<unknown>;
  place(member: number): Promise<unknown>;
  streakByName(member: number): Promise<unknown>;
}

export async function fillTrack(bench: Bench, track: Track, size: number): Promise<Filled> {
  const { context, db } = bench;
  const week = periodKey('week', new Date(), track.timezone);
  const month = periodKey('month', new Date(), track.timezone);
  const first = await addCrowd(bench.filling, track, { size, periods: ['all', week, month] });
  const where = { workspaceId: track.workspaceId, channel: track.channel, language: 'en' } as const;
  return {
    track,
    member: (turn) => first + ((turn * 7919) % size),
    board: (period, memberId) => showLeaderboard(context, where, { period, page: 1, memberId }),
    // It is read with a page, in the same statement.
    place: (memberId) => readBoard(db, { trackId: track.id, period: 'all' }, { memberId, page: 1 }),
    async streakByName(member) {
      const typed = await memberTyped(db, track.workspaceId, `@Member ${member - first + 1}`);
      if (typed.type !== 'found') throw new Error(`not found: ${typed.type}`);
      return showStreak(context, where, typed.member.id);
    },
  };
}

const choose = ({ context }: Bench, { workspaceId }: Track, memberId: number) =>
  chooseFor(context, { memberId, workspaceId, language: 'en' });

async function quiz({ context }: Bench, { workspaceId }: Track, memberId: number): Promise<void> {
  const picked = await pickQuiz(context, { memberId, workspaceId, language: 'en' });
  if (picked.type !== 'question') throw new Error(`no question: ${picked.because}`);
}
