import { describe, expect, it } from 'vitest';
import { button, formOf, messageOf } from '../support/answered.ts';
import type { Seen } from '../support/stage.ts';
import {
  addTrack,
  complaints,
  onDiscord,
  onSlack,
  onSlackOverHttp,
  openQuestion,
  outside,
  roundOn,
  statusOf,
} from './scene.ts';

/** Supervisors end a process by force some time after they asked it to end. */
const STOP_MS = 10_000;

describe.each([
  { name: 'Discord', open: onDiscord },
  { name: 'Slack by Socket Mode', open: onSlack },
  { name: 'Slack over HTTP', open: onSlackOverHttp },
])('with settings and the command line alone, on $name', ({ open }) => {
  const here = outside([open]);
  let track: string;
  let question: Seen;

  it('a track is added while the bot runs, and its first question asked', async () => {
    track = await addTrack(here, here.stage, '--cron', '0 10 * * 1-5', '--answering', '8h');
    await here.whetstone.ok('ask', track);
    question = await openQuestion(here, here.stage, 1);
    expect(question.text).toContain('Question 1');
    expect(question.buttons.map(({ label }) => label)).toContain('Answer');
  });

  it('people answer by form and in the thread', async () => {
    const [ann, bob] = [here.stage.person('Ann'), here.stage.person('Bob')];
    const form = formOf(await ann.press(button(question, 'Answer')));
    const told = messageOf(await ann.send(form, { text: 'It weighs tokens by relevance.' }));
    expect(told.text).toContain('Your answer is saved.');
    const reply = await bob.reply(question, 'A weighted sum of values.');
    await here.stage.until(
      () =>
        here.stage
          .threadMessages(question)
          .find(({ id }) => id === reply.id)
          ?.marks.includes('accepted'),
      'the mark on the reply',
    );
  });

  it('the answer is revealed when the operator says so', async () => {
    await here.whetstone.ok('reveal', track);
    await here.stage.until(
      () => here.stage.channelMessages()[0]?.text.includes('Closed. 2 answers.'),
      'the closed question',
    );
    const thread = here.stage.threadMessages(question).map(({ text }) => text);
    expect(thread.join('\n')).toContain('Answer to question 1');
    expect(thread.join('\n')).toContain('It weighs tokens by relevance.');
  });

  it('streak and leaderboard follow', async () => {
    const ann = here.stage.person('Ann');
    const streak = messageOf(await ann.run('streak'));
    expect(streak.text).toMatch(/Current:?\s1 round/);
    expect(streak.text).toContain('🟩');
    const board = messageOf(await ann.run('leaderboard'));
    expect(board.text).toContain('1. Ann — 1 point, streak 1');
    expect(board.text).toContain('1. Bob — 1 point, streak 1');
  });

  it('the status tells of it', async () => {
    const status = await statusOf(here);
    const round = { number: 1, status: 'revealed', answers: 2, late: 0 };
    expect(roundOn(status, here.stage)).toMatchObject(round);
    expect(status.failedJobs).toEqual([]);
  });

  it('the bot ends when it is told to, with nothing amiss', async () => {
    const asked = performance.now();
    here.bot.signal('SIGTERM');
    expect(await here.bot.exit).toEqual({ code: 0, signal: null });
    expect(performance.now() - asked).toBeLessThan(STOP_MS);
    expect(complaints(here)).toEqual([]);
    expect(here.stage.refusals()).toEqual([]);
  });
});
