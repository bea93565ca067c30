import { beforeEach, describe, expect, it } from 'vitest';
import { connect } from '../../src/db/connect.ts';
import type { Context } from '../../src/delivery/context.ts';
import { forgetMember } from '../../src/features/privacy/forget-member.ts';
import { redactReveal } from '../../src/features/reveals/redact-reveal.ts';
import { revealRound } from '../../src/features/reveals/reveal-round.ts';
import { type Bot, MONDAY_NINE, startBot } from '../support/bot.ts';
import { testClock } from '../support/clock.ts';
import { answer, ask, botSaid, close, converse, deadlineOf } from '../support/conversation.ts';
import { type DiscordStage, openDiscordStage } from '../support/discord/stage.ts';
import { REMOTE_STAGES } from '../support/remote-stages.ts';
import { jobs, untilAllRests, untilRow } from '../support/settled.ts';
import type { Seen, Stage } from '../support/stage.ts';
import { wrongs } from '../support/whole-state.ts';

const WORDS = { ann: 'Heloise, by Ann.', bob: 'Abelard, by Bob.' };

async function idOf({ runtime }: Bot, name: string): Promise<number> {
  const members = runtime.context.db.selectFrom('members').select('id').where('name', '=', name);
  return (await members.executeTakeFirstOrThrow()).id;
}

function revealed(stage: Stage, question: Seen): string {
  return botSaid(stage, question)
    .map(({ text }) => text)
    .join('\n');
}

/** Does something with a platform and a database of its own, beside no queue: as jobs would, one by one. */
async function withoutQueue(
  { runtime, database }: Bot,
  stage: Stage,
  work: (context: Context) => Promise<void>,
): Promise<void> {
  const connection = connect(database.url, { onError: () => undefined });
  const platform = stage.platform();
  try {
    await work({
      ...runtime.context,
      ...{ db: connection.db, locks: connection.locks },
      platforms: new Map([[platform.name, platform]]),
      enqueue: () => Promise.resolve(),
    });
  } finally {
    await platform.stop();
    await connection.close();
  }
}

describe.each(REMOTE_STAGES)('a reveal on $name', ({ open }) => {
  it('whose answer is lost is posted once, though it is redacted before it is found', async () => {
    const clock = testClock(MONDAY_NINE);
    const stage = await open(() => clock.peek());
    const bot = await startBot(stage, clock);
    const here = { bot, clock, stage };
    await bot.addTrack({ cron: '0 10 * * *' });
    const question = await ask(here, 1);
    await answer(stage.person('Ann'), question, WORDS.ann);
    await answer(stage.person('Bob'), question, WORDS.bob);
    stage.faults.swallowPostAnswers(1);
    await bot.goTo(deadlineOf(1));
    await stage.until(() => botSaid(stage, question).length === 1, 'the reveal');
    const ann = await idOf(bot, 'Ann');
    await bot.leave();
    clock.advance({ hours: 1 });

    await withoutQueue(bot, stage, async (context) => {
      const { id } = await context.db.selectFrom('rounds').select('id').executeTakeFirstOrThrow();
      await forgetMember(context, ann);
      await redactReveal(context, { roundId: id, since: clock.peek().toISOString() });
      expect(revealed(stage, question)).not.toContain(WORDS.ann);
      await revealRound(context, id);
      expect(botSaid(stage, question)).toHaveLength(1);
      expect(revealed(stage, question)).toContain(WORDS.bob);
      expect(await wrongs(context.db, stage)).toEqual([]);
    });
    await bot.database.drop();
    await stage.close();
  });
});

describe('a reveal in a thread that Discord has archived', () => {
  let stage: DiscordStage;
  const here = converse(async (now) => (stage = await openDiscordStage({ now })), {
    trouble: true,
  });
  let question: Seen;
  let round = 0;

  beforeEach(async () => {
    if (round === 0) await here.bot.addTrack({ cron: '0 10 * * *' });
    question = await ask(here, ++round);
    await answer(stage.person('Ann'), question, WORDS.ann);
    await answer(stage.person('Bob'), question, WORDS.bob);
    await close(here, round, question);
    await untilAllRests(here.bot.runtime.context.db, () => here.clock.peek());
    thread().archived = true;
  });

  const thread = () => stage.world.channels.get(question.id)!;

  it('loses the words of someone who is forgotten, and is archived as before', async () => {
    const { context } = here.bot.runtime;
    await forgetMember(context, await idOf(here.bot, 'Ann'));
    await stage.until(() => !revealed(stage, question).includes(WORDS.ann), 'the edit');
    expect(revealed(stage, question)).toContain(WORDS.bob);
    await stage.until(() => thread().archived, 'the thread to be archived again');
    expect(here.bot.errors).toEqual([]);
  });

  it('waits where people have locked it, and loses them once they have opened it', async () => {
    const { context } = here.bot.runtime;
    thread().locked = true;
    await forgetMember(context, await idOf(here.bot, 'Ann'));
    const [waiting] = await untilRow(
      async () => {
        const all = await jobs(context.db);
        return all.some(({ name, state }) => name === 'redact' && state === 'created') && all;
      },
      async () => JSON.stringify(await jobs(context.db)),
    );
    expect(revealed(stage, question)).toContain(WORDS.ann);
    thread().locked = false;
    await redactReveal(context, waiting!.data as { roundId: number; since: string });
    expect(revealed(stage, question)).not.toContain(WORDS.ann);
    expect(here.bot.errors).toEqual([]);
  });
});
