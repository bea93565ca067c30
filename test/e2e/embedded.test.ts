import { describe, expect, it } from 'vitest';
import { button, formOf, messageOf } from '../support/answered.ts';
import type { Seen } from '../support/stage.ts';
import {
  addTrack,
  complaints,
  onDiscord,
  openQuestion,
  outside,
  roundOn,
  statusOf,
} from './scene.ts';

describe('without a database of one’s own', () => {
  const here = outside([onDiscord], { embedded: true });
  let track: string;
  let question: Seen;

  it('the command line works beside the bot', async () => {
    track = await addTrack(here, here.stage, '--cron', 'weekdays 10:00', '--answering', '8h');
    await here.whetstone.ok('ask', track);
    question = await openQuestion(here, here.stage, 1);
    const ann = here.stage.person('Ann');
    const form = formOf(await ann.press(button(question, 'Answer')));
    const told = messageOf(await ann.send(form, { text: 'Kept on this machine.' }));
    expect(told.text).toContain('Your answer is saved.');
  });

  it('and after it stopped', async () => {
    here.bot.signal('SIGINT');
    expect(await here.bot.exit).toEqual({ code: 0, signal: null });
    const status = await statusOf(here);
    expect(roundOn(status, here.stage)).toMatchObject({ number: 1, status: 'open', answers: 1 });
    expect(await here.whetstone.ok('reveal', track)).toContain(
      'its reveal is posted as soon as a bot runs; none does now. Start one: npm start',
    );
  });

  it('and what it asked for is done when the bot is back', async () => {
    await here.startAgain();
    await here.stage.until(
      () => here.stage.channelMessages()[0]?.text.includes('Closed. 1 answer.'),
      'the closed question',
    );
    const thread = here.stage.threadMessages(question).map(({ text }) => text);
    expect(thread.join('\n')).toContain('Kept on this machine.');
    here.bot.signal('SIGTERM');
    expect(await here.bot.exit).toEqual({ code: 0, signal: null });
    expect(complaints(here)).toEqual([]);
    expect(here.stage.refusals()).toEqual([]);
  });
});
