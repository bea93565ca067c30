import { setTimeout as wait } from 'node:timers/promises';
import { openSlackStage } from '../../test/support/slack/stage.ts';
import type { Person, Seen } from '../../test/support/stage.ts';
import type { Benchmark } from '../kit/benchmark.ts';
import { compare, took } from '../kit/compare.ts';
import type { Bench } from '../kit/open-bench.ts';
import { bareSlack } from './bare-slack.ts';
import { crowdOf, marked } from './crowd.ts';
import { askOn } from './whetstone.ts';

const LOOK_MS = 5;

/** Replies in a thread on Slack, until all are committed, against Bolt that only takes them. */
export const slackThreads: Benchmark = {
  name: 'slack-threads',
  title: 'Thread answers a second on Slack ÷ bare Bolt that keeps nothing',
  async run(bench, { rounds, answers }) {
    const [stage, other] = [await openSlackStage(), await openSlackStage()];
    const bare = await bareSlack(other, () => Promise.resolve());
    const asked = await askOn(bench, stage);
    const crowds = [crowdOf(stage, answers), crowdOf(other, answers)] as const;
    try {
      // Who writes for the first time is looked up at Slack.
      await reply(crowds[0], asked.question, () => committed(bench, answers));
      await marked(stage, asked.question);
      const [post] = other.channelMessages();
      if (!post) throw new Error('the bare bot has posted nothing');
      return await compare(rounds, { what: 'bare Bolt', sample: () => reply(crowds[1], post) }, [
        {
          ...{
            what: `${answers.toLocaleString('en')} at once`,
            unit: 'a second',
            goal: { atLeast: 0.3 },
          },
          async sample() {
            const question = await asked.askNext();
            const all = (await countAnswers(bench)) + answers;
            const aSecond = await reply(crowds[0], question, () => committed(bench, all));
            await marked(stage, question);
            return aSecond;
          },
        },
      ]);
    } finally {
      await asked.stop();
      await bare.stop();
      await stage.close();
      await other.close();
    }
  },
};

/** All write at once. Returns how many a second there were, until the last one was taken. */
async function reply(
  crowd: readonly Person[],
  under: Seen,
  taken: () => Promise<unknown> = () => Promise.resolve(),
): Promise<number> {
  const write = (person: Person) => person.reply(under, 'By its relevance to the others.');
  const ms = await took(async () => {
    await Promise.all(crowd.map(write));
    await taken();
  });
  return (crowd.length / ms) * 1_000;
}

async function countAnswers({ db }: Bench): Promise<number> {
  const count = db.selectFrom('answers').select((eb) => eb.fn.countAll<string>().as('all'));
  return Number((await count.executeTakeFirstOrThrow()).all);
}

/** Bolt acknowledges an event before it is handled, so the database is asked. */
async function committed(bench: Bench, all: number): Promise<void> {
  while ((await countAnswers(bench)) < all) await wait(LOOK_MS);
}
