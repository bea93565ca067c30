import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Track } from '../../src/db/tables.ts';
import { moveTrack } from '../../src/features/tracks/track-state.ts';
import { button, formOf, messageOf } from '../support/answered.ts';
import { type Bot, MONDAY_NINE, startBot } from '../support/bot.ts';
import { testClock } from '../support/clock.ts';
import type { Person, Seen, Stage } from '../support/stage.ts';
import { STAGES } from '../support/stages.ts';
import { BEAM, press, suggest, suggestions } from '../support/suggesting.ts';

describe.each(STAGES)('reporting a question on $name', ({ open }) => {
  const clock = testClock(MONDAY_NINE);
  let stage: Stage;
  let bot: Bot;
  let track: Track;
  let question: Seen;
  let ann: Person;
  let mona: Person;

  beforeAll(async () => {
    stage = await open(() => clock.peek());
    bot = await startBot(stage, clock);
    track = await bot.addTrack();
    ann = stage.person('Ann');
    mona = stage.person('Mona', { manages: true });
  });

  afterAll(async () => {
    await bot.stop();
    await stage.close();
  });

  const reports = async (by: Person): Promise<Seen> =>
    messageOf(await by.run('question', 'reports'));

  it('has nothing to report before anything was asked', async () => {
    const told = messageOf(await ann.run('question', 'report'));
    expect(told.text).toContain('No question has been asked in this channel yet.');
    expect((await reports(mona)).text).toBe('No report is open.');
  });

  it('takes what is wrong by the button of the question, for the managers alone', async () => {
    await bot.goTo('2026-11-23T10:00:01Z');
    question = await bot.question(1);
    const form = formOf(await ann.press(button(question, 'Report')));
    expect(form.title).toBe('Report question 1');
    const told = messageOf(await ann.send(form, { text: 'The second sentence is *wrong*.' }));
    expect(told.text).toContain('the report is saved');
    expect(JSON.stringify(stage.channelMessages())).not.toContain('second sentence');
    expect(stage.threadMessages(question)).toEqual([]);
  });

  it('takes another by the command, about the question asked last', async () => {
    const form = formOf(await stage.person('Боб', { language: 'ru' }).run('question', 'report'));
    expect(form.title).toBe('Вопрос 1: замечание');
    const told = messageOf(
      await stage.person('Боб').send(form, { text: 'Пример ничего не объясняет.' }),
    );
    expect(told.text).toContain('замечание сохранено');
  });

  it('shows managers the reports one at a time, and closes each once', async () => {
    await suggest(ann, BEAM);
    const list = await suggestions(mona);
    const first = await press(mona, list, 'Reports (2)');
    expect(first.text).toContain('Report 1 of 2');
    expect(first.text).toContain('The second sentence is *wrong*.');
    expect(first.text).toContain('Ann');
    const nils = stage.person('Nils', { manages: true });
    const his = await reports(nils);
    const next = await press(mona, first, 'Done');
    expect(next.text).toContain('The report is closed.');
    expect(next.text).toContain('Пример ничего не объясняет.');
    const late = await press(nils, his, 'Done');
    expect(late.text).toContain('This report was closed already.');
    expect(late.text).toContain('Report 1 of 1');
    const none = await press(nils, late, 'Done');
    expect(none.text).toContain('No report is open.');
    const back = await press(nils, none, 'Suggestions (1)');
    expect(back.text).toContain(BEAM.question);
  });

  it('still takes a report when the round is over, and none once its track is removed', async () => {
    await bot.goTo('2026-11-23T18:00:01Z');
    const closed = await stage.until(
      () => stage.channelMessages().find(({ text }) => text.includes('Closed.')),
      'the closed question',
    );
    expect((await ann.press(button(closed, 'Report'))).type).toBe('form');
    await moveTrack(bot.runtime.context.db, track.id, { type: 'remove' });
    const told = messageOf(await ann.press(button(closed, 'Report')));
    expect(told.text).toContain('a track that was removed');
  });

  it('did nothing the platform would refuse', () => {
    expect(stage.refusals()).toEqual([]);
    expect(bot.errors).toEqual([]);
  });
});
