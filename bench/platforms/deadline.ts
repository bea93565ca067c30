import { setTimeout as wait } from 'node:timers/promises';
import { openSlackStage } from '../../test/support/slack/stage.ts';
import type { Person, Seen, Stage } from '../../test/support/stage.ts';
import type { Benchmark } from '../kit/benchmark.ts';
import { spreadOf } from '../kit/finding.ts';
import type { Bench } from '../kit/open-bench.ts';
import { crowdOf, marked } from './crowd.ts';
import { type Asked, askOn } from './whetstone.ts';

/** Within these come all the answers. */
const SPAN_MS = 10_000;
/** As often as there is time for. */
const TIMES = 3;

/** Answers in a thread on Slack just before its deadline: how long the reveal and the last mark take. */
export const deadline: Benchmark = {
  name: 'deadline',
  title: 'Answers in the ten seconds before a deadline, on Slack',
  async run(bench, { answers, rounds }) {
    const stage = await openSlackStage();
    const asked = await askOn(bench, stage);
    const crowd = crowdOf(stage, answers);
    const spanMs = rounds === 1 ? 1_000 : SPAN_MS;
    const times: Times[] = [];
    try {
      for (let time = 0; time < Math.min(rounds, TIMES); time++) {
        times.push(await lastAnswers({ bench, stage, asked, crowd, spanMs }));
      }
    } finally {
      await asked.stop();
      await stage.close();
    }
    const found = (what: string, of: (one: Times) => number) => ({
      ...{ what, unit: 'ms', value: spreadOf(times.map(of)), goal: { atMost: 3_000 } },
    });
    return [
      found('the reveal, after the deadline', ({ reveal }) => reveal),
      found(`the last of ${answers} marks, after the last answer`, ({ mark }) => mark),
    ];
  },
};

interface Times {
  readonly reveal: number;
  readonly mark: number;
}

interface Rush {
  readonly bench: Bench;
  readonly stage: Stage;
  readonly asked: Asked;
  readonly crowd: readonly Person[];
  readonly spanMs: number;
}

async function lastAnswers({ bench, stage, asked, crowd, spanMs }: Rush): Promise<Times> {
  const question = await asked.askNext();
  const closesAt = new Date(Date.now() + spanMs);
  await bench.db.updateTable('rounds').set({ closesAt }).where('status', '=', 'open').execute();
  await Promise.all(
    crowd.map(async (person, at) => {
      await wait((at / crowd.length) * (spanMs - 100));
      await person.reply(question, 'By its relevance to the others.');
    }),
  );
  const last = Date.now();
  const revealed = isRevealed(stage, question).then(() => Date.now() - closesAt.getTime());
  const all = marked(stage, question).then(() => Date.now() - last);
  return { reveal: await revealed, mark: await all };
}

const isRevealed = (stage: Stage, question: Seen): Promise<unknown> =>
  stage.until(
    () => stage.threadMessages(question).some(({ author }) => author === 'whetstone'),
    'the reveal',
  );
