import { beforeAll, describe, expect, it } from 'vitest';
import { button, messageOf } from '../support/answered.ts';
import { answer, ask, close, converse, DAILY, said } from '../support/conversation.ts';
import type { Person, Seen } from '../support/stage.ts';
import { STAGES } from '../support/stages.ts';

/** Which of the first nine rounds are answered: x is, a dot is not. */
const ANN = 'xxxxxxx.x';
const BOB = '.xx.....x';

describe.each(STAGES)('streaks on $name', ({ open, name }) => {
  const talk = converse(open);
  let ann: Person;
  let bob: Person;
  let question: Seen;
  beforeAll(async () => {
    ann = talk.stage.person('Ann');
    bob = talk.stage.person('Bob');
    expect(await said(ann, 'streak')).toContain('There is no track here yet.');
    await talk.bot.addTrack(DAILY);
    for (let round = 1; round <= 9; round++) {
      const asked = await ask(talk, round);
      if (ANN[round - 1] === 'x') await answer(ann, asked, 'An answer.');
      if (BOB[round - 1] === 'x') await answer(bob, asked, 'An answer.');
      await close(talk, round, asked);
    }
    question = await ask(talk, 10);
  });

  it('show the current and the longest, freezes, and the last rounds as a row of marks', async () => {
    const shown = plain(await said(ann, 'streak'));
    expect(shown).toContain('Your streak');
    expect(shown).toContain('Current 8 rounds');
    expect(shown).toContain('Longest 8 rounds');
    expect(shown).toContain('Answered in time 8 rounds');
    expect(shown).toContain('🟩🟩🟩🟩🟩🟩🟩🧊🟩🟦');
    expect(shown).toContain(
      'The same in words, oldest first 7 answered, 1 forgiven, 1 answered, 1 open now.',
    );
  });

  it('spend the freeze that seven answers earned', async () => {
    expect(plain(await said(ann, 'streak'))).toContain('Freezes 0 of 2');
  });

  it('are not broken by a round that is still open', async () => {
    expect(plain(await said(ann, 'streak'))).toContain('Current 8 rounds');
    const saved = await answer(ann, question, 'The tenth.');
    expect(saved.text).toContain('Your streak: 9 rounds.');
    expect(await said(ann, 'streak')).toContain('🧊🟩🟩');
  });

  it('of another are there to see, broken ones too', async () => {
    const shown = plain(await said(ann, 'streak', { member: bob.id }));
    expect(shown).toContain('Streak of Bob');
    expect(shown).toContain('Current 1 round');
    expect(shown).toContain('Longest 2 rounds');
    expect(shown).toContain('▫️🟩🟩⬜⬜⬜⬜⬜🟩🟦');
  });

  it('open from the question too', async () => {
    const shown = messageOf(await bob.press(button(question, 'My streak')));
    expect(plain(shown.text)).toContain('Current 1 round');
  });

  it('of someone who never took part are nothing to show', async () => {
    const zed = talk.stage.person('Zed');
    expect(await said(ann, 'streak', { member: zed.id })).toBe(
      'This person has not taken part here yet.',
    );
  });

  // Discord lets nobody write a name there: one chooses the person.
  it.skipIf(name === 'discord')('are found by a name, with or without @, in any case', async () => {
    for (const member of ['Bob', '@Bob', 'bOB']) {
      expect(await said(ann, 'streak', { member })).toContain('Streak of Bob');
    }
  });

  it.skipIf(name === 'discord')('of a name that nobody has ask for the person', async () => {
    expect(await said(ann, 'streak', { member: 'Nobody Here' })).toBe(
      'Nobody called “Nobody Here” has taken part here yet. Type @ and choose the person.',
    );
  });
});

describe.each(STAGES.filter(({ name }) => name === 'slack'))('names on $name', ({ open }) => {
  const talk = converse(open);

  it('that two people share do not say whose streak is meant', async () => {
    await talk.bot.addTrack(DAILY);
    const question = await ask(talk, 1);
    await answer(talk.stage.person('Sam'), question, 'An answer.');
    await answer(talk.stage.person('sam'), question, 'An answer.');
    expect(await said(talk.stage.person('Ann'), 'streak', { member: 'Sam' })).toBe(
      'Several people here are called “Sam”. Type @ and choose the person.',
    );
  });
});

/** A field’s name and its value are set apart by a line or a colon, as the platform likes. */
const plain = (text: string): string => text.replaceAll(/:?\s+/g, ' ');
