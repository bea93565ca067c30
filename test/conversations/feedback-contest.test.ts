import { beforeAll, describe, expect, it } from 'vitest';
import { button, messageOf } from '../support/answered.ts';
import { answer, ask, botSaid, close, converse } from '../support/conversation.ts';
import { addQuestionTrack, LORA } from '../support/question-track.ts';
import type { Person, Seen, SeenButton } from '../support/stage.ts';
import { STAGES } from '../support/stages.ts';

const FEW = 'Usually under 1% of the parameters are trained';
/** Who contests it besides Ann and Bob. */
const OTHERS = ['Eve', 'Fay'];

describe.each(STAGES)('“I said this” on $name', ({ open }) => {
  const talk = converse(open);
  let howDidIDo: SeenButton;
  const feedbackFor = async (person: Person): Promise<Seen> =>
    messageOf(await person.press(howDidIDo));
  const press = async (person: Person, on: Seen, label: string): Promise<Seen> =>
    messageOf(await person.press(button(on, label)));
  const person = (name: string): Person => talk.stage.person(name);

  beforeAll(async () => {
    await addQuestionTrack(talk, 'lora-vs-qlora');
    const question = await ask(talk, 1);
    for (const [name, few] of [
      ['Ann', 'Hardly anything gets tuned.'],
      ['Bob', 'So hardly anything is tuned.'],
      ['Cy', 'Hardly anything is tuned then.'],
      ['Dan', 'You wait longer.'],
      ['Eve', 'Only crumbs learn.'],
      ['Fay', 'Most stays put.'],
      ...['Gus', 'Hal', 'Ida', 'Jon'].map((name) => [name, ''] as const),
    ] as const) {
      await answer(person(name), question, `${LORA} ${few}`);
    }
    await close(talk, 1, question);
    const reveal = botSaid(talk.stage, question).at(-1);
    if (!reveal) throw new Error('there is no reveal');
    howDidIDo = button(reveal, 'How did I do?');
  });

  it('credits a point at once, and once', async () => {
    const ann = person('Ann');
    const feedback = await feedbackFor(ann);
    expect(feedback.text).toContain('3 of 5 points');
    const told = await press(ann, feedback, 'I said this (2)');
    expect(told.text).toContain(`Counted as covered: ${FEW}`);
    expect(told.text).toContain('That makes 4 of 5 points.');
    expect(told.text).toContain('Hardly anything gets tuned.');
    const again = await press(ann, feedback, 'I said this (2)');
    expect(again.text).toContain(`Counted as covered already: ${FEW}`);
    const now = await feedbackFor(ann);
    expect(now.text).toContain('4 of 5 points');
    expect(now.text).toContain(`Covered, by your word: ${FEW}`);
    expect((await feedbackFor(person('Cy'))).text).toContain(`I didn’t find: ${FEW}`);
  });

  it('counts for everyone once two people put it alike', async () => {
    const bob = person('Bob');
    const told = await press(bob, await feedbackFor(bob), 'I said this (2)');
    expect(told.text).toContain('somebody else here puts it alike');
    expect((await feedbackFor(person('Cy'))).text).toContain(`Covered: ${FEW}`);
  });

  it('is taken back by its author', async () => {
    const ann = person('Ann');
    const mine = messageOf(await ann.run('question', 'mine'));
    expect(mine.text).toContain('“Hardly anything gets tuned.” — approved');
    expect((await press(ann, mine, 'Take back (1)')).text).toContain('Your wording is taken back');
    const bob = person('Bob');
    await press(bob, messageOf(await bob.run('question', 'mine')), 'Take back (1)');
    expect((await feedbackFor(person('Cy'))).text).toContain(`I didn’t find: ${FEW}`);
    expect((await press(ann, mine, 'Take back (1)')).text).toContain('nothing to take back');
    expect((await feedbackFor(ann)).text).toContain(`Covered, by your word: ${FEW}`);
  });

  it('is decided on by a manager, who is not told whose it is', async () => {
    const [dan, mona] = [person('Dan'), talk.stage.person('Mona', { manages: true })];
    await press(dan, await feedbackFor(dan), 'I said this (5)');
    const nils = talk.stage.person('Nils', { manages: true });
    const review = async (by: Person): Promise<Seen> =>
      press(by, messageOf(await by.run('question', 'list')), 'Contested points (1)');
    const his = await review(nils);
    const shown = await review(mona);
    expect(shown.text).toContain('Dequantization makes a training step slower');
    expect(shown.text).toContain('You wait longer.');
    expect(shown.text).not.toContain('Dan');
    const done = await press(mona, shown, 'It does');
    expect(done.text).toContain('Accepted: from now on');
    expect(done.text).toContain('No wording waits for a decision.');
    expect((await press(nils, his, 'It doesn’t')).text).toContain('decided on or taken back');
    expect((await feedbackFor(dan)).text).toContain('Covered: Dequantization makes');
  });

  it('flags a point that more than three of ten people contest, for those who manage', async () => {
    const mona = talk.stage.person('Mona', { manages: true });
    const before = messageOf(await mona.run('question', 'review'));
    expect(before.text).toContain('Nothing waits for a decision.');
    expect(before.buttons).toEqual([]);
    for (const name of OTHERS)
      await press(person(name), await feedbackFor(person(name)), 'I said this (2)');
    const review = messageOf(await mona.run('question', 'review'));
    expect(review.text).toContain('Waiting for a decision: 2 wordings.');
    expect(review.text).toContain('Points that many people contest');
    expect(review.text).toContain(`4 of 10 ${FEW}`);
    const contested = await press(mona, review, 'Contested points (3)');
    expect(contested.text).toContain(`4 of 10 ${FEW}`);
    expect(contested.text).toContain('Wording 1 of 2');
    const told = messageOf(await person('Ann').run('question', 'review'));
    expect(told.text).not.toContain(FEW);
  });

  it('says so where the question, or the answer, is there no more', async () => {
    const { db } = talk.bot.runtime.context;
    const cy = person('Cy');
    const feedback = await feedbackFor(cy);
    await db.updateTable('questions').set({ retiredAt: talk.clock.peek() }).execute();
    expect((await press(cy, feedback, 'I said this (2)')).text).toContain('no such key point');
    await db.updateTable('answers').set({ withdrawnAt: talk.clock.peek() }).execute();
    expect((await press(cy, feedback, 'I said this (2)')).text).toContain('not there any more');
  });
});
