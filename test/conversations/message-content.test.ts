import { beforeAll, describe, expect, it } from 'vitest';
import { answer, ask, close, converse, DAILY, revealText, said } from '../support/conversation.ts';
import { openDiscordStage } from '../support/discord/stage.ts';
import type { Person, Seen } from '../support/stage.ts';

const REPLY = 'Typed in the thread.';

const WORDS = {
  en: {
    on: 'or reply in the thread.',
    off: 'Press Answer: yours stays private until the reveal.',
    closed: (answers: 1 | 2) => (answers === 1 ? 'Closed. 1 answer.' : 'Closed. 2 answers.'),
    streak: 'Your streak',
  },
  ru: {
    on: 'или напишите в треде.',
    off: 'Нажмите «Ответить»: ответ останется скрытым до разбора.',
    closed: (answers: 1 | 2) => `Приём закрыт. ${answers === 1 ? '1 ответ.' : '2 ответа.'}`,
    streak: 'Ваша серия',
  },
} as const;

describe.each([
  { language: 'en', messageContent: true },
  { language: 'en', messageContent: false },
  { language: 'ru', messageContent: true },
  { language: 'ru', messageContent: false },
] as const)('a day on Discord in $language, message content $messageContent', (given) => {
  const { language, messageContent } = given;
  const words = WORDS[language];
  const talk = converse((now) => openDiscordStage({ now, messageContent }));
  let ann: Person;
  let question: Seen;
  beforeAll(async () => {
    ann = talk.stage.person('Ann', { language });
    await talk.bot.addTrack({ ...DAILY, language });
    question = await ask(talk, 1);
  });

  it('says where an answer counts', () => {
    expect(question.text).toContain(messageContent ? words.on : words.off);
  });

  it('takes what is said by the form, and in the thread where that can be read', async () => {
    await answer(ann, question, 'By the form.');
    const { id } = await talk.stage.person('Bob', { language }).reply(question, REPLY);
    if (!messageContent) return;
    const marks = () => talk.stage.threadMessages(question).find((one) => one.id === id)?.marks;
    await talk.stage.until(() => marks()?.includes('accepted'), 'the mark on the reply');
  });

  it('reveals what it took, and goes on with the next question', async () => {
    question = await close(talk, 1, question);
    expect(question.text).toContain(words.closed(messageContent ? 2 : 1));
    expect(revealText(talk.stage, question)).toContain('By the form.');
    expect(await said(ann, 'streak')).toContain(words.streak);
    expect((await ask(talk, 2)).text).toContain(messageContent ? words.on : words.off);
  });
});
