import { beforeAll, describe, expect, it } from 'vitest';
import {
  answer,
  ask,
  close,
  type Conversation,
  converse,
  DAILY,
  formHolds,
  reply,
  revealText,
} from '../support/conversation.ts';
import type { Seen } from '../support/stage.ts';
import { STAGES } from '../support/stages.ts';

/** By who writes it. Each stays what it is in Unicode: nothing is composed, folded or trimmed. */
const SCRIPTS: Readonly<Record<string, string>> = {
  Li: '注意力机制让模型在每一步关注最相关的词元。',
  Amal: 'آلية الانتباه تزن كل رمز بحسب صلته: الاستعلام × المفتاح.',
  Noa: 'מנגנון הקשב שוקל כל אסימון — attention — לפי הרלוונטיות.',
  Asha: 'ध्यान तंत्र हर टोकन को उसकी प्रासंगिकता से तौलता है।',
  Zoe: 'Family 👩‍👩‍👧‍👦, flag 🏳️‍🌈, thumb 👍🏽 and 1️⃣ are one character each.',
  Viet: 'Cafe\u0301 and n\u0303 keep their combining marks: a\u030A\u0323.',
  Mark: '*not bold* _not italic_ ~no~ `no code` ||no spoiler|| # no heading\n> no quote\n- no list',
  Tag: 'if a < b && b > c then <b>x</b> &amp; <@U0> <!channel> @everyone :smile:',
};

/** The longest message that a person can write in a thread of the platform. */
const LONGEST_REPLY = { discord: 4_000, slack: 30_000, playground: 30_000 } as const;

describe.each(STAGES)('answers on $name', ({ open, name }) => {
  const talk = converse(open);
  let question: Seen;
  beforeAll(async () => {
    await talk.bot.addTrack(DAILY);
    question = await ask(talk, 1);
  });

  it.each(Object.entries(SCRIPTS))(
    'in every script are kept to the letter: %s',
    async (who, text) => {
      const person = talk.stage.person(who);
      await answer(person, question, text);
      expect(await kept(talk, who)).toBe(text);
      expect(await formHolds(person, question)).toMatchObject({ text });
    },
  );

  it.each(Object.entries(SCRIPTS))(
    'in the thread are kept to the letter too: %s',
    async (who, text) => {
      await reply(talk, talk.stage.person(`${who} aloud`), question, text);
      expect(await kept(talk, `${who} aloud`)).toBe(text);
    },
  );

  it('of 3,000 characters by form are kept whole', async () => {
    const text = essay(3_000);
    await answer(talk.stage.person('Long'), question, text);
    expect(await kept(talk, 'Long')).toBe(text);
    expect(await formHolds(talk.stage.person('Long'), question)).toMatchObject({ text });
  });

  it('as long as the platform lets one write in a thread are kept whole', async () => {
    const text = essay(LONGEST_REPLY[name]);
    await reply(talk, talk.stage.person('Longer'), question, text);
    expect(await kept(talk, 'Longer')).toBe(text);
    // Slack's form takes 3,000 characters: it opens empty rather than with a part that might be sent.
    const held = { text: name === 'slack' ? '' : text };
    expect(await formHolds(talk.stage.person('Longer'), question)).toMatchObject(held);
  });

  it('are shown in the reveal as they were written, and whole', async () => {
    await close(talk, 1, question);
    const reveal = revealText(talk.stage, question);
    for (const text of Object.values(SCRIPTS)) expect(lines(reveal)).toContain(lines(text));
    expect(words(reveal)).toContain(words(essay(3_000)));
  });
});

describe.each(STAGES)('an answer on $name that cannot be one', ({ open }) => {
  const talk = converse(open);
  let question: Seen;
  beforeAll(async () => {
    await talk.bot.addTrack(DAILY);
    question = await ask(talk, 1);
  });

  it('is refused where it is empty, and an earlier one still stands', async () => {
    const ann = talk.stage.person('Ann');
    await answer(ann, question, 'Something.');
    // The last one shows nothing either: its signs have no width.
    for (const text of [' \n\t ', '\u200b\u2060\u00ad']) {
      expect((await answer(ann, question, text)).text).toBe(
        'The answer is empty. Write a sentence or two and send it again; nothing was changed.',
      );
    }
    expect(await formHolds(ann, question)).toMatchObject({ text: 'Something.' });
  });

  it('is refused in the person’s own language', async () => {
    const yana = talk.stage.person('Яна', { language: 'ru' });
    const told = await answer(yana, question, '   ');
    expect(told.text).toBe(
      'Ответ пуст. Напишите пару предложений и отправьте ещё раз; ничего не изменилось.',
    );
  });

  it('is refused where it is 100,000 characters long, and an earlier one still stands', async () => {
    const bob = talk.stage.person('Bob');
    await answer(bob, question, 'Short and good.');
    await bob.reply(question, 'x'.repeat(100_000));
    const note = await talk.stage.until(() => bob.told()[0], 'the note');
    expect(note.text).toBe(
      'The answer is too long: at most 40,000 characters. Shorten it and send it again; an earlier answer still stands.',
    );
    expect(await formHolds(bob, question)).toMatchObject({ text: 'Short and good.' });
  });

  it('is told so once, however often the thread is read again', async () => {
    await close(talk, 1, question);
    expect(talk.stage.person('Bob').told()).toHaveLength(1);
  });
});

/** What the database holds as the newest answer of someone. */
async function kept({ bot }: Conversation, name: string): Promise<string | undefined> {
  const row = await bot.runtime.context.db
    .selectFrom('answers')
    .innerJoin('members', 'members.id', 'answers.memberId')
    .select('answers.text')
    .where('members.name', '=', name)
    .orderBy('answers.id', 'desc')
    .executeTakeFirst();
  return row?.text;
}

/** Words of several alphabets, of exactly this many characters. */
function essay(length: number): string {
  const sentence = 'Каждый токен looks at every other token, 然后加权求和. ';
  return sentence.repeat(Math.ceil(length / sentence.length)).slice(0, length - 1) + '.';
}

/** Without the space that a screen adds at the ends of lines. */
const lines = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .join('\n');

/** Without any space: where a text is cut into messages, space falls away. */
const words = (text: string): string => text.replaceAll(/\s+/g, '');
