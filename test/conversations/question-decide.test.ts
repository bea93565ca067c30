import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimApprovals } from '../../src/features/suggestions/claim-approvals.ts';
import { button, formOf, messageOf } from '../support/answered.ts';
import { type Bot, MONDAY_NINE, startBot } from '../support/bot.ts';
import { testClock } from '../support/clock.ts';
import type { Person, Seen, Stage } from '../support/stage.ts';
import { STAGES } from '../support/stages.ts';
import { BEAM, ownDeck, press, suggest, suggestions } from '../support/suggesting.ts';

const SMOOTHING = {
  question: 'What is label smoothing for?',
  answer: 'It moves a little of the target’s weight to the other classes.',
  topic: 'training-math',
  difficulty: 'medium',
};

describe.each(STAGES)('deciding on suggestions on $name', ({ open }) => {
  const clock = testClock(MONDAY_NINE);
  let stage: Stage;
  let bot: Bot;
  let ann: Person;
  let bob: Person;
  let mona: Person;
  let nils: Person;

  beforeAll(async () => {
    stage = await open(() => clock.peek());
    bot = await startBot(stage, clock);
    ann = stage.person('Ann');
    bob = stage.person('Bob');
    mona = stage.person('Mona', { manages: true });
    nils = stage.person('Nils', { manages: true });
    await suggest(ann, BEAM);
    await suggest(bob, SMOOTHING);
  });

  afterAll(async () => {
    await bot.stop();
    await stage.close();
  });

  const told = (person: Person, words: string): Promise<Seen> =>
    stage.until(
      () => person.told().find(({ text }) => text.includes(words)),
      `${person.name} to be told “${words}”`,
    );

  it('shows a manager the oldest suggestion with all there is to know', async () => {
    const shown = await suggestions(mona);
    for (const words of ['Suggestion 1 of 2', BEAM.question, BEAM.answer, 'Ann', 'Other', 'hard']) {
      expect(shown.text).toContain(words);
    }
    expect(shown.buttons.map((each) => each.label)).toEqual([
      'Approve',
      'Edit',
      'Decline',
      'Next →',
    ]);
  });

  it('approves only what the manager has read', async () => {
    const read = await suggestions(nils);
    const form = formOf(await mona.press(button(await suggestions(mona), 'Edit')));
    const question = 'Why does plain beam search favour short outputs?';
    const edited = messageOf(await mona.send(form, { question }));
    expect(edited.text).toContain('The changes are saved.');
    expect(edited.text).toContain(question);
    const shown = await press(nils, read, 'Approve');
    expect(shown.text).toContain('It was edited meanwhile.');
    expect(shown.text).toContain(question);
    expect((await ownDeck(bot.runtime.context.db, stage)).questions).toEqual([]);
  });

  it('puts a question into the team’s deck once, whoever approves it at the same moment', async () => {
    const [hers, his] = [await suggestions(mona), await suggestions(nils)];
    const answers = await Promise.all([press(mona, hers, 'Approve'), press(nils, his, 'Approve')]);
    const texts = answers.map((answer) => answer.text);
    expect(texts.filter((text) => text.includes('Approved: the question is in the'))).toHaveLength(
      1,
    );
    expect(texts.filter((text) => /(Mona|Nils) has approved it already\./.test(text))).toHaveLength(
      1,
    );
    expect(texts.every((text) => text.includes(SMOOTHING.question))).toBe(true);
    const { deck, questions } = await ownDeck(bot.runtime.context.db, stage);
    expect(deck?.title).toEqual({ en: 'Team deck', ru: 'Колода команды' });
    expect(deck?.topics).toEqual({ other: { en: 'Other', ru: 'Другое' } });
    expect(questions.map((row) => [row.slug, row.languages])).toEqual([
      ['why-does-plain-beam-search-favour-short', ['en']],
    ]);
  });

  it('tells whoever suggested it, once, outside of any channel', async () => {
    clock.advance({ minutes: 1 });
    await claimApprovals(bot.runtime.context);
    const note = await told(ann, 'Your question was approved');
    expect(note.text).toContain('Why does plain beam search favour short outputs?');
    expect(stage.channelMessages()).toEqual([]);
    const mine = messageOf(await ann.run('question', 'mine'));
    expect(mine.text).toContain('— approved');
    expect(ann.told()).toHaveLength(1);
  });

  it('declines with a reason, which the author reads even where no private message reaches them', async () => {
    if (stage.name !== 'playground') stage.faults.refuseDirect(bob.id);
    const shown = await suggestions(mona);
    const form = formOf(await mona.press(button(shown, 'Decline')));
    const done = messageOf(await mona.send(form, { reason: 'Too close to regularisation.' }));
    expect(done.text).toContain('Declined.');
    expect(done.text).toContain('No suggestion waits for a decision.');
    const mine = messageOf(await bob.run('question', 'mine'));
    expect(mine.text).toContain('— declined: Too close to regularisation.');
  });

  it('gives two questions that begin alike ids of their own', async () => {
    await suggest(bob, {
      ...SMOOTHING,
      question: 'Why does plain beam search favour short texts where sampling by nucleus does not?',
    });
    await press(nils, await suggestions(nils), 'Approve');
    const { deck, questions } = await ownDeck(bot.runtime.context.db, stage);
    expect(questions.map((row) => row.slug)).toEqual([
      'why-does-plain-beam-search-favour-short',
      'why-does-plain-beam-search-favour-2',
    ]);
    expect(Object.keys(deck?.topics ?? {})).toEqual(['other', 'training-math']);
    expect(deck?.topics['training-math']?.ru).toBeTruthy();
  });

  it('asks it in a round like any other question', async () => {
    const { deck } = await ownDeck(bot.runtime.context.db, stage);
    await bot.addTrack({ deckIds: [deck?.id ?? 0], topics: ['other'] });
    await bot.goTo('2026-11-23T10:00:01Z');
    const question = await bot.question(1);
    expect(question.text).toContain('Why does plain beam search favour short outputs?');
    await bot.goTo('2026-11-23T18:00:01Z');
    const reveal = await stage.until(
      () =>
        stage.threadMessages(question).find(({ text }) => text.includes('Answer to question 1')),
      'the reveal',
    );
    expect(reveal.text).toContain(BEAM.answer);
  });

  it('did nothing the platform would refuse', () => {
    expect(stage.refusals()).toEqual([]);
    expect(bot.errors).toEqual([]);
  });
});
