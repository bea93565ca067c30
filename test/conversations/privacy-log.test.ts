import { expect, it } from 'vitest';
import { button, formOf, messageOf } from '../support/answered.ts';
import { type BotProcess, type LogLine, startBotProcess } from '../support/bot-process.ts';
import { type Rig, withRig } from '../support/rig.ts';
import { untilRoundsRest } from '../support/settled.ts';
import type { Person, Seen } from '../support/stage.ts';

/** A word in everything that is written here, and in nothing else. */
const WRITTEN = 'zyzzyva';
/** The name of its author. */
const AUTHOR = 'Annabella';

it.concurrent.each(['discord', 'slack'] as const)(
  'a log with nothing left out holds no words, names or secrets, on %s',
  (platform) =>
    withRig(platform, async (rig) => {
      const lines = await logOf(rig, async (bot) => {
        const question = await askAndAnswer(rig, bot);
        await quizAndExport(rig);
        await revealAndForget(rig, bot, question);
      });
      expect(lines.filter((line) => line.includes(WRITTEN))).toEqual([]);
      expect(lines.filter((line) => line.includes(AUTHOR))).toEqual([]);
      for (const secret of secretsOf(rig)) {
        expect(lines.filter((line) => line.includes(secret))).toEqual([]);
      }
    }),
  90_000,
);

/** Every line that a bot logs at the finest level while `work` goes on. */
async function logOf(
  rig: Rig,
  work: (bot: BotProcess) => Promise<void>,
): Promise<readonly string[]> {
  const bot = startBotProcess({ ...rig.settings, LOG_LEVEL: 'trace' });
  try {
    await bot.ready();
    await rig.addTrack();
    await work(bot);
  } finally {
    await bot.end();
  }
  return bot.logged.map((line) => JSON.stringify(line));
}

/** Answers in every way, with a post that fails: what went wrong is logged at length. */
async function askAndAnswer(rig: Rig, bot: BotProcess): Promise<Seen> {
  const { stage } = rig;
  const person = stage.person(AUTHOR);
  stage.faults.failPosts(1);
  await rig.due();
  await heard(bot, 'a job failed and will come again');
  await untilRoundsRest(rig.db);
  const question = await stage.until(() => stage.channelMessages()[0], 'the question');
  await answer(person, question);
  const reply = await person.reply(question, `${WRITTEN} in the thread`);
  await person.rewrite(reply, `${WRITTEN} anew`);
  await person.reply(question, WRITTEN.repeat(6_000));
  await person.remove(reply);
  const withdrew = await heard(bot, 'withdrew an answer');
  expect(withdrew['round']).toBe((await heard(bot, 'took an answer'))['round']);
  return question;
}

async function quizAndExport({ stage }: Rig): Promise<void> {
  const person = stage.person(AUTHOR);
  await answer(person, messageOf(await person.run('quiz')));
  await person.run('quiz', { topic: WRITTEN });
  const exported = messageOf(await person.run('privacy', 'export'));
  // With the answer, or in the private messages.
  const files = [exported, ...person.told()].flatMap((message) => message.files);
  expect(files.map(({ text }) => text).join('\n')).toContain(WRITTEN);
}

async function revealAndForget(rig: Rig, bot: BotProcess, question: Seen): Promise<void> {
  const { stage } = rig;
  const person = stage.person(AUTHOR);
  const reveal = () =>
    stage
      .threadMessages(question)
      .find(({ author, text }) => author === 'whetstone' && text.includes(WRITTEN));
  await rig.closeRounds();
  await stage.until(reveal, 'the reveal');
  const confirm = messageOf(await person.run('privacy', 'forget'));
  await person.press(button(confirm, 'Delete everything'));
  await heard(bot, 'redacted a reveal');
  expect(reveal()).toBeUndefined();
}

async function answer(person: Person, on: Seen): Promise<void> {
  const form = formOf(await person.press(button(on, 'Answer')));
  await person.send(form, { text: `${WRITTEN} by form` });
}

function heard(bot: BotProcess, msg: string): Promise<LogLine> {
  return bot.line((line) => line.msg === msg);
}

/** Tokens and passwords the bot was started with. */
function secretsOf({ settings }: Rig): readonly string[] {
  const { password } = new URL(settings['DATABASE_URL'] ?? '');
  const named = Object.entries(settings).filter(([name]) => /TOKEN|SECRET/.test(name));
  expect(named).not.toEqual([]);
  return [password, ...named.map(([, value]) => value)].filter(Boolean);
}
