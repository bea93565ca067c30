import { setTimeout as wait } from 'node:timers/promises';
import { answerAtOnce } from '../../src/features/answers/answer-at-once.ts';
import { openDiscordStage } from '../../test/support/discord/stage.ts';
import type { Stage } from '../../test/support/stage.ts';
import type { Benchmark } from '../kit/benchmark.ts';
import { took } from '../kit/compare.ts';
import { type Finding, spreadOf } from '../kit/finding.ts';
import type { Bench } from '../kit/open-bench.ts';
import { type Asked, askOn } from './whetstone.ts';

const LOOK_MS = 5;
/** As often as there is time for. */
const TIMES = 3;
/** So many are kept by one statement. */
const TOGETHER = 100;

/** The reveal of a round that many have answered by form, on Discord, from its deadline on. */
export const privateAnswers: Benchmark = {
  name: 'private-answers',
  title: 'The reveal of a round that people have answered by form, on Discord',
  async run(bench, { privately, rounds }) {
    const stage = await openDiscordStage();
    const asked = await askOn(bench, stage);
    try {
      const people = await addPeople(bench, stage, privately);
      const times: Times[] = [];
      for (let time = 0; time < Math.min(rounds, TIMES); time++) {
        if (time > 0) await asked.askNext();
        const round = await newestRound(bench);
        for (let first = 0; first < people.length; first += TOGETHER)
          await answer(bench, round, people.slice(first, first + TOGETHER));
        times.push(await reveal({ bench, stage, asked }, round));
      }
      return findings(privately, times);
    } finally {
      await asked.stop();
      await stage.close();
    }
  },
};

interface Times {
  /** Until the round is revealed. */
  readonly revealed: number;
  /** The longest that somebody who looked at their streak meanwhile waited. */
  readonly held: number;
}

interface NewestRound {
  readonly roundId: number;
  readonly workspaceId: number;
}

async function addPeople(
  { db }: Bench,
  stage: Stage,
  size: number,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const people = Array.from({ length: size }, (_, n) => ({ id: `form-${n}`, name: `Form ${n}` }));
  const { id: workspaceId } = await db
    .selectFrom('workspaces')
    .select('id')
    .where('externalId', '=', stage.workspace)
    .executeTakeFirstOrThrow();
  const rows = people.map(({ id: externalId, name }) => ({ workspaceId, externalId, name }));
  await db.insertInto('members').values(rows).execute();
  return people;
}

function newestRound({ db }: Bench): Promise<NewestRound> {
  return db
    .selectFrom('rounds')
    .innerJoin('tracks', 'tracks.id', 'rounds.trackId')
    .select(['rounds.id as roundId', 'tracks.workspaceId'])
    .orderBy('rounds.id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
}

async function answer(
  { db }: Bench,
  round: NewestRound,
  people: readonly { readonly id: string; readonly name: string }[],
): Promise<void> {
  const at = new Date();
  const text = 'By its relevance to the others, which the softmax turns into weights.';
  const given = people.map((member) => {
    const key = `form-${round.roundId}-${member.id}`;
    const said = { text, anonymous: false, saidAt: at, revisedAt: at };
    return { member, source: 'form' as const, sourceKey: key, gesture: key, ...said };
  });
  const taken = await answerAtOnce(db, round, given);
  if (taken.length < people.length) throw new Error('an answer was not taken');
}

async function reveal(
  {
    bench: { db },
    stage,
    asked,
  }: { readonly bench: Bench; readonly stage: Stage; readonly asked: Asked },
  { roundId }: NewestRound,
): Promise<Times> {
  const held: number[] = [];
  const somebody = stage.person('Somebody');
  await somebody.run('streak');
  const status = db.selectFrom('rounds').select('status').where('id', '=', roundId);
  await db
    .updateTable('rounds')
    .set({ closesAt: new Date() })
    .where('status', '=', 'open')
    .execute();
  const revealed = await took(async () => {
    await asked.runtime.tick();
    while ((await status.executeTakeFirstOrThrow()).status !== 'revealed') {
      held.push(await took(() => somebody.run('streak')));
      await wait(LOOK_MS);
    }
  });
  return { revealed, held: Math.max(...held) };
}

function findings(size: number, times: readonly Times[]): readonly Finding[] {
  const many = size.toLocaleString('en');
  const revealed = spreadOf(times.map((one) => one.revealed));
  const held = spreadOf(times.map((one) => one.held));
  return [
    { what: `${many} answers: the reveal`, unit: 'ms', value: revealed, goal: { atMost: 2_000 } },
    { what: '/streak beside it, the slowest', unit: 'ms', value: held },
  ];
}
