import { button, formOf } from '../../test/support/answered.ts';
import { openDiscordStage } from '../../test/support/discord/stage.ts';
import { openSlackStage } from '../../test/support/slack/stage.ts';
import type { Person, Stage } from '../../test/support/stage.ts';
import type { Amounts, Benchmark } from '../kit/benchmark.ts';
import { compare, type Comparison, timedAfter } from '../kit/compare.ts';
import type { Finding } from '../kit/finding.ts';
import type { Bench } from '../kit/open-bench.ts';
import { upsertRow } from '../kit/writes.ts';
import type { BareBot } from './bare-bot.ts';
import { bareDiscord } from './bare-discord.ts';
import { bareSlack } from './bare-slack.ts';
import { type Asked, askOn } from './whetstone.ts';

/** What each gesture may take, as a multiple of the bare bot's. */
interface Goals {
  readonly form: number;
  readonly streak: number;
  readonly quiz: number;
  readonly leaderboard: number;
}

export const discordGestures: Benchmark = {
  name: 'discord',
  title: 'A gesture on Discord ÷ a bare @discordjs bot that writes one row and replies',
  async run(bench, amounts) {
    const [stage, other] = [await openDiscordStage(), await openDiscordStage()];
    const bare = await bareDiscord(other, writing(bench));
    const goals = { form: 2, streak: 1.8, quiz: 2, leaderboard: 2 };
    return gestures({ bench, amounts, stage, other, bare, goals });
  },
};

export const slackGestures: Benchmark = {
  name: 'slack',
  title: 'A gesture on Slack ÷ a bare Bolt bot that acknowledges, writes one row and responds',
  async run(bench, amounts) {
    const [stage, other] = [await openSlackStage(), await openSlackStage()];
    const bare = await bareSlack(other, writing(bench));
    const goals = { form: 1.6, streak: 1.6, quiz: 1.6, leaderboard: 1.6 };
    return gestures({ bench, amounts, stage, other, bare, goals });
  },
};

function writing(bench: Bench): () => Promise<unknown> {
  let turn = 0;
  return () => upsertRow(bench, turn++);
}

interface Gestures {
  readonly bench: Bench;
  readonly amounts: Amounts;
  /** Whetstone's. */
  readonly stage: Stage;
  /** The bare bot's. */
  readonly other: Stage;
  readonly bare: BareBot;
  readonly goals: Goals;
}

/** A loopback platform keeps all that was said on it, and looks through it: fewer gestures than elsewhere. */
const SHARE = 3;

async function gestures(given: Gestures): Promise<readonly Finding[]> {
  const each = Math.ceil(given.amounts.each / SHARE);
  const all = { ...given, amounts: { ...given.amounts, each } };
  const asked = await askOn(all.bench, all.stage);
  try {
    return [...(await opened(all, asked)), ...(await written(all, asked))];
  } finally {
    await asked.stop();
    await all.bare.stop();
    await all.stage.close();
    await all.other.close();
  }
}

/** What ends in a write of the bare bot. */
function written(all: Gestures, { question }: Asked): Promise<readonly Finding[]> {
  const { bare, other, stage, goals } = all;
  const { rounds, each } = all.amounts;
  const somebody = newcomers(stage);
  const command = { what: 'command, write, reply', prepare: newcomers(other) };
  const gesture = (what: string, atMost: number, act: (person: Person) => Promise<unknown>) => ({
    ...{ what, unit: 'ms', goal: { atMost } },
    sample: timedAfter(each, known(somebody), act),
  });
  const form: Comparison = {
    ...{ what: 'answer form, sent', unit: 'ms', goal: { atMost: goals.form } },
    sample: timedAfter(
      each,
      async () => {
        const person = await known(somebody)();
        return { person, form: formOf(await person.press(button(question, 'Answer'))) };
      },
      ({ person, form: opened }) => person.send(opened, { text: 'An answer.' }),
    ),
  };
  return compare(
    rounds,
    {
      what: command.what,
      sample: timedAfter(each, command.prepare, (person) => bare.command(person)),
    },
    [
      form,
      gesture('/streak', goals.streak, (person) => person.run('streak')),
      gesture('/quiz', goals.quiz, (person) => person.run('quiz')),
      gesture('/leaderboard', goals.leaderboard, (person) => person.run('leaderboard')),
    ],
  );
}

/** A form that opens: nothing is written. */
function opened(all: Gestures, { question }: Asked): Promise<readonly Finding[]> {
  const { bare, other, stage } = all;
  const { rounds, each } = all.amounts;
  const press = (person: Person) => person.press(button(question, 'Answer'));
  return compare(
    rounds,
    { what: 'a form', sample: timedAfter(each, newcomers(other), (person) => bare.form(person)) },
    [
      {
        ...{ what: 'answer form, opened', unit: 'ms' },
        sample: timedAfter(each, known(newcomers(stage)), press),
      },
    ],
  );
}

/** Somebody else at each go. */
function newcomers(stage: Stage): () => Promise<Person> {
  let count = 0;
  return () => Promise.resolve(stage.person(`Person ${++count}`));
}

/** Somebody who has been here before, as people mostly have. */
function known(next: () => Promise<Person>): () => Promise<Person> {
  return async () => {
    const person = await next();
    await person.run('streak');
    return person;
  };
}
