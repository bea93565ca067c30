import { beforeAll, describe, expect, it } from 'vitest';
import { button, messageOf } from '../support/answered.ts';
import {
  answer,
  ask,
  close,
  converse,
  DAILY,
  dueAt,
  instant,
  said,
} from '../support/conversation.ts';
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

  it('are explained mark by mark, newest first, to their owner alone', async () => {
    const why = messageOf(await bob.run('streak', { show: 'why' }));
    const lines = why.text.split('\n').filter((line) => line.includes('Round '));
    expect(lines.map((line) => line.replace(/^\P{L}*/u, ''))).toEqual([
      'Round 10: open now; nothing is lost yet.',
      `Round 9: answered in time, ${instant(talk.stage, dueAt(9))}. Streak: 1.`,
      'Round 8: missed; there was no streak to end.',
      'Round 7: missed; there was no streak to end.',
      'Round 6: missed; there was no streak to end.',
      'Round 5: missed; there was no streak to end.',
      'Round 4: missed; it ended a streak of 2 rounds.',
    ]);
    const earlier = messageOf(await bob.press(button(why, '← Earlier rounds')));
    expect(earlier.text).toContain('Round 1: before your first answer in this track');
    expect(earlier.text).not.toContain('Round 4');
    const back = messageOf(await bob.press(button(earlier, 'Later rounds →')));
    expect(back.text).toContain('Round 4');
    expect(await said(bob, 'streak', { show: 'why', member: ann.id })).toBe(
      'Why a mark stands as it does is shown only to the person whose mark it is.',
    );
  });

  it('lead to the reasons by a button, and tell how a freeze was earned', async () => {
    const why = messageOf(await ann.press(button(messageOf(await ann.run('streak')), 'Why?')));
    expect(why.text).toContain(
      'Round 8: missed, and forgiven by the freeze that your answer to round 7 earned, when your streak reached 7.',
    );
    expect(why.text).toContain('Streak: 7. It earned a freeze.');
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
