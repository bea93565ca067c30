import { beforeAll, describe, expect, it } from 'vitest';
import {
  answer,
  ask,
  close,
  type Conversation,
  converse,
  DAILY,
  formHolds,
  inThread,
  reply,
  revealText,
  said,
  untilAllIsShown,
} from '../support/conversation.ts';
import type { Person, Seen } from '../support/stage.ts';
import { STAGES } from '../support/stages.ts';

describe.each(STAGES)('an answer on $name given again', ({ open }) => {
  const talk = converse(open);
  let question: Seen;
  beforeAll(async () => {
    await talk.bot.addTrack(DAILY);
    question = await ask(talk, 1);
  });

  /** A mark that is still on its way to a message which is deleted would be refused. */
  const allMarked = () => untilAllIsShown(talk);

  it('by form after form gives way to the newest, and its author is told so', async () => {
    const ann = talk.stage.person('Ann');
    expect((await answer(ann, question, 'First thought.')).text).toContain('Your answer is saved.');
    expect(await formHolds(ann, question)).toEqual({ text: 'First thought.', name: 'show' });
    const told = await answer(ann, question, 'Second thought.', 'hide');
    expect(told.text).toContain('Your new answer is saved; it replaces the earlier one.');
    expect(told.text).toContain('Your streak: 1 round.');
    expect(await formHolds(ann, question)).toEqual({ text: 'Second thought.', name: 'hide' });
  });

  it('by form after a reply gives way to the form', async () => {
    const bob = talk.stage.person('Bob');
    await reply(talk, bob, question, 'Said aloud.');
    const told = await answer(bob, question, 'Said in private.');
    expect(told.text).toContain('it replaces the earlier one');
    expect(await formHolds(bob, question)).toMatchObject({ text: 'Said in private.' });
  });

  it('by reply after reply gives way to the newest', async () => {
    const cy = talk.stage.person('Cy');
    await reply(talk, cy, question, 'Aloud once.');
    await reply(talk, cy, question, 'Aloud twice.');
    expect(await formHolds(cy, question)).toMatchObject({ text: 'Aloud twice.' });
  });

  it('by editing a reply is the edited text', async () => {
    const dan = talk.stage.person('Dan');
    const written = await reply(talk, dan, question, 'Hastily writen.');
    talk.clock.advance({ minutes: 1 });
    await dan.rewrite(written, 'Carefully written.');
    await expect.poll(() => formHolds(dan, question)).toMatchObject({ text: 'Carefully written.' });
  });

  it('and deleted lets the earlier one stand again', async () => {
    const eve = talk.stage.person('Eve');
    await answer(eve, question, 'A sober answer.');
    const written = await reply(talk, eve, question, 'A rash one.');
    expect(await formHolds(eve, question)).toMatchObject({ text: 'A rash one.' });
    await allMarked();
    await eve.remove(written);
    await expect.poll(() => formHolds(eve, question)).toMatchObject({ text: 'A sober answer.' });
    expect(await said(eve, 'leaderboard')).toContain('Eve — 1 point, streak 1');
  });

  it('and edited after another answer was given, it is the newest again', async () => {
    const gus = talk.stage.person('Gus');
    const written = await reply(talk, gus, question, 'A first try.');
    talk.clock.advance({ minutes: 1 });
    await answer(gus, question, 'A second try, in private.');
    talk.clock.advance({ minutes: 1 });
    await gus.rewrite(written, 'The first try, made good.');
    await expect
      .poll(() => formHolds(gus, question))
      .toMatchObject({ text: 'The first try, made good.' });
    talk.clock.advance({ minutes: 1 });
    await allMarked();
    await gus.remove(written);
    await expect
      .poll(() => formHolds(gus, question))
      .toMatchObject({ text: 'A second try, in private.' });
    await answer(gus, question, 'A last try.');
  });

  it('and deleted, where it was the only one, takes point and streak with it', async () => {
    const fay = talk.stage.person('Fay');
    const written = await reply(talk, fay, question, 'On second thoughts …');
    expect(await said(fay, 'leaderboard')).toContain('Fay — 1 point, streak 1');
    await allMarked();
    await fay.remove(written);
    await expect.poll(() => said(fay, 'leaderboard')).not.toContain('Fay');
    expect(await said(fay, 'streak')).toMatch(/Current\n?:? ?0 rounds/);
    expect(await formHolds(fay, question)).toMatchObject({ text: '' });
  });

  it('counts once for each person, with the text that stood last', async () => {
    const shown = await close(talk, 1, question);
    expect(shown.text).toContain('Closed. 6 answers.');
    const reveal = revealText(talk.stage, question);
    for (const text of ['Second thought.', 'Said in private.', 'A sober answer.', 'A last try.']) {
      expect(reveal).toContain(text);
    }
    for (const text of ['First thought.', 'A rash one.', 'second try', 'Aloud', 'Ann']) {
      expect(reveal).not.toContain(text);
    }
  });
});

describe.each(STAGES)('after the deadline on $name', ({ open }) => {
  const talk = converse(open);
  const people = (): readonly Person[] =>
    ['Ann', 'Bob', 'Cy', 'Dan'].map((name) => talk.stage.person(name));
  let question: Seen;
  let early: Seen;
  let second: Seen;
  beforeAll(async () => {
    await talk.bot.addTrack(DAILY);
    question = await ask(talk, 1);
    const [ann, bob] = people();
    if (!ann || !bob) throw new Error('nobody is here');
    early = await reply(talk, ann, question, 'In good time.');
    second = await reply(talk, bob, question, 'In good time as well.');
    question = await close(talk, 1, question);
  });

  it('who replies late is told so once', async () => {
    const [, , cy, dan] = people();
    if (!cy || !dan) throw new Error('nobody is here');
    const late = await cy.reply(question, 'Sorry, I slept.');
    await talk.stage.until(() => cy.told().length > 0, 'the note');
    expect(cy.told()[0]?.text).toContain('This came after the deadline: it is kept as late');
    await talk.stage.until(
      () => inThread(talk.stage, question, late)?.marks.includes('late'),
      'the mark on the late reply',
    );
    await cy.reply(question, 'Interesting, by the way.');
    // Notes go out in the order of the replies: once Dan has his, Cy has had all of hers.
    await dan.reply(question, 'So did I.');
    await talk.stage.until(() => dan.told().length > 0, 'the note after it');
    expect(cy.told()).toHaveLength(1);
    expect(await said(cy, 'leaderboard')).toContain('You have no points in this period yet.');
  });

  it('an edit is kept as late, what stood at the deadline still counts, and its author is told so once', async () => {
    const [ann, bob] = people();
    if (!ann || !bob) throw new Error('nobody is here');
    await ann.rewrite(early, 'Now that I have read the answer …');
    await expect
      .poll(() => answersOf(talk))
      .toEqual(
        expect.arrayContaining([
          { text: 'In good time.', late: false, withdrawn: false },
          { text: 'Now that I have read the answer …', late: true, withdrawn: false },
        ]),
      );
    expect(await said(ann, 'leaderboard')).toContain('Ann — 1 point, streak 1');
    await talk.stage.until(() => ann.told().length > 0, 'the note');
    expect(ann.told()[0]?.text).toContain(
      'This edit came after the deadline. What you had written by then stays your answer',
    );
    await ann.rewrite(early, 'Better still …');
    // Notes go out in the order of the edits: once Bob has his, Ann has had all of hers.
    await bob.rewrite(second, 'Oh, that.');
    await talk.stage.until(() => bob.told().length > 0, 'the note after it');
    expect(ann.told()).toHaveLength(1);
  });

  it('a deletion keeps the point', async () => {
    const [, bob] = people();
    if (!bob) throw new Error('nobody is here');
    await bob.remove(second);
    await expect
      .poll(() => answersOf(talk))
      .toContainEqual({ text: 'In good time as well.', late: false, withdrawn: true });
    expect(await said(bob, 'leaderboard')).toContain('Bob — 1 point, streak 1');
    expect(await said(bob, 'streak')).toContain('🟩');
  });
});

async function answersOf({ bot }: Conversation) {
  const rows = await bot.runtime.context.db
    .selectFrom('answers')
    .select(['text', 'late', 'withdrawnAt'])
    .orderBy('id')
    .execute();
  return rows.map(({ text, late, withdrawnAt }) => ({
    text,
    late,
    withdrawn: withdrawnAt !== null,
  }));
}
