import { beforeAll, describe, expect, it } from 'vitest';
import { trackStatus } from '../../src/features/track-admin/track-status.ts';
import { button, formOf, messageOf } from '../support/answered.ts';
import {
  answer,
  ask,
  closed,
  converse,
  DAILY,
  deadlineOf,
  dueAt,
  said,
} from '../support/conversation.ts';
import type { Person } from '../support/stage.ts';
import { STAGES } from '../support/stages.ts';

describe.each(STAGES)('a removed track on $name', ({ open }) => {
  const talk = converse(open);

  it('takes no answer by the buttons it leaves behind, and says why', async () => {
    const ann = talk.stage.person('Ann');
    const mona = talk.stage.person('Mona', { manages: true });
    await talk.bot.addTrack(DAILY);
    const question = await ask(talk, 1);
    const form = formOf(await ann.press(button(question, 'Answer')));
    const sure = messageOf(await mona.run('track', 'remove'));
    await mona.press(button(sure, 'Remove'));
    const gone = 'This question belongs to a track that was removed. Nothing was changed.';
    for (const label of ['Answer', 'My streak', 'Report']) {
      expect(messageOf(await ann.press(button(question, label))).text).toContain(gone);
    }
    const sent = messageOf(await ann.send(form, { text: 'Written for nothing?' }));
    expect(sent.text).toContain(gone);
    expect(sent.text).toContain('Written for nothing?');
  });
});

/** What the bot lacks where it may not post, in the platform’s own words. */
const LACKING = {
  discord: 'Send Messages',
  slack: '/invite @whetstone',
  playground: 'post',
} as const;

describe.each(STAGES)('a channel on $name where the bot may not post', ({ open, name }) => {
  const talk = converse(open, { trouble: true });
  let mona: Person;
  beforeAll(async () => {
    mona = talk.stage.person('Mona', { manages: true });
    await talk.bot.addTrack(DAILY);
  });

  it('stops its track, and those who manage read what is missing', async () => {
    talk.stage.faults.allowPosting(talk.stage.channel, false);
    await talk.bot.goTo(dueAt(1));
    await expect.poll(() => said(mona, 'track', 'list')).toContain('Stopped: ');
    expect(await said(mona, 'track', 'list')).toContain(LACKING[name]);
    expect(talk.stage.channelMessages()).toEqual([]);
    const checked = await said(mona, 'whetstone', 'doctor');
    expect(checked).toContain('1 track cannot ask as things are.');
    expect(checked).toContain(LACKING[name]);
    const yana = talk.stage.person('Яна', { manages: true, language: 'ru' });
    expect(await said(yana, 'whetstone', 'doctor')).toContain(
      '1 программа: сейчас вопрос не придёт.',
    );
    const denied = await said(talk.stage.person('Ann'), 'whetstone', 'doctor');
    expect(denied).toContain('Only people who may manage');
    const [report] = await trackStatus(talk.bot.runtime.context);
    expect(report).toMatchObject({ status: 'suspended', nextDueAt: null });
    expect(report?.suspendedReason).toContain(LACKING[name]);
  });

  it('cannot go on before that is mended, and then owes its question still', async () => {
    expect(await said(mona, 'track', 'resume')).toContain('cannot go on yet');
    talk.stage.faults.allowPosting(talk.stage.channel, true);
    expect(await said(mona, 'track', 'doctor')).toContain('Stopped: ');
    expect(await said(mona, 'track', 'resume')).toContain('goes on');
    expect(await said(mona, 'track', 'doctor')).toContain('Nothing keeps them from asking.');
    const question = await talk.bot.question(1);
    expect(question.text).toContain('Question 1');
    await answer(mona, question, 'At last.');
    await talk.bot.goTo(deadlineOf(1));
    expect((await closed(talk.stage, question)).text).toContain('Closed. 1 answer.');
  });
});

describe.each(STAGES)('two tracks on $name', ({ open, name }) => {
  const talk = converse(open, { trouble: true });

  it('are looked at each by itself, and told by what keeps it from asking', async () => {
    const mona = talk.stage.person('Mona', { manages: true });
    const silent = talk.stage.addChannel('silent', { botMayPost: false });
    await talk.bot.addTrack(DAILY);
    await talk.bot.addTrack({ ...DAILY, channel: silent });
    const [heading, first, second, ...more] = await doctored(mona);
    expect(heading).toContain('1 track cannot ask as things are.');
    expect(first).toMatch(/^✓ /);
    expect(first).not.toContain(LACKING[name]);
    expect(second).toMatch(/^✗ /);
    expect(second).toContain(LACKING[name]);
    expect(more).toEqual([]);
    talk.stage.faults.allowPosting(talk.stage.channel, false);
    const [both, ...tracks] = await doctored(mona);
    expect(both).toContain('2 tracks cannot ask as things are.');
    expect(tracks.filter((told) => told.includes(LACKING[name]))).toHaveLength(2);
  });
});

/** What `/track doctor` says: its heading, and of each track what it found. */
const doctored = async (mona: Person): Promise<readonly string[]> =>
  (await said(mona, 'track', 'doctor')).split(/(?=[✓✗] )/);

describe.each(STAGES)('a question on $name that its platform does not take', ({ open }) => {
  const talk = converse(open, { trouble: true });

  it('is told to those who manage, by its round, until it is posted', async () => {
    const mona = talk.stage.person('Mona', { manages: true });
    await talk.bot.addTrack(DAILY);
    talk.stage.faults.failPosts(50);
    await talk.bot.goTo(dueAt(1));
    const waits = /The question of round 1 has waited since .*tried again by itself/;
    await expect.poll(() => said(mona, 'whetstone', 'doctor')).toMatch(waits);
    talk.stage.faults.failPosts(0);
    await talk.bot.question(1);
    await expect
      .poll(() => said(mona, 'whetstone', 'doctor'))
      .toContain('Nothing keeps them from asking.');
  });
});

describe.each(STAGES)('a workspace on $name that removed the bot', ({ open }) => {
  const talk = converse(open, { trouble: true });

  it('is left alone, and nothing of it is lost', async () => {
    await talk.bot.addTrack(DAILY);
    const question = await ask(talk, 1);
    await answer(talk.stage.person('Ann'), question, 'Before it happened.');
    talk.stage.faults.removeBot();
    const status = () => trackStatus(talk.bot.runtime.context);
    await expect
      .poll(status)
      .toMatchObject([{ status: 'suspended', suspendedReason: 'workspace-gone', nextDueAt: null }]);
    await talk.bot.goTo(dueAt(2));
    expect(talk.stage.channelMessages()).toHaveLength(1);
    expect(await status()).toMatchObject([{ lastRound: { number: 1, answers: 1 } }]);
  });
});
