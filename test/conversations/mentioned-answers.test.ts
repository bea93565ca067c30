import { beforeAll, describe, expect, it } from 'vitest';
import { ask, close, converse, DAILY, formHolds, inThread, said } from '../support/conversation.ts';
import { type DiscordStage, openDiscordStage } from '../support/discord/stage.ts';
import type { Person, Seen } from '../support/stage.ts';

const COUNT = 'Count as my answer';

describe('on Discord without the privileged intent', () => {
  let stage: DiscordStage;
  const talk = converse(async (now) => {
    stage = await openDiscordStage({ now, messageContent: false });
    return stage;
  });
  let question: Seen;
  beforeAll(async () => {
    await talk.bot.addTrack(DAILY);
    question = await ask(talk, 1);
  });

  const mention = (text: string) => `<@${stage.world.bot.id}> ${text}`;
  const marked = (where: () => Seen | undefined) =>
    stage.until(() => where()?.marks.includes('accepted'), 'the mark');
  const holds = async (person: Person) => (await formHolds(person, question))['text'];

  it('a message in the thread that mentions the bot is an answer, without the mention', async () => {
    const ann = stage.person('Ann');
    const sent = await ann.reply(question, mention('Attention weighs tokens.'));
    await marked(() => inThread(stage, question, sent));
    expect(await holds(ann)).toBe('Attention weighs tokens.');
  });

  it('an edit counts while it mentions the bot; one that does not leaves the answer as it was', async () => {
    const [gil, hal] = [stage.person('Gil'), stage.person('Hal')];
    const say = async (person: Person, text: string): Promise<Seen> => {
      const sent = await person.reply(question, mention(text));
      await marked(() => inThread(stage, question, sent));
      return sent;
    };
    const sent = await say(gil, 'First words.');
    talk.clock.advance({ minutes: 1 });
    await gil.rewrite(sent, 'Without a mention.');
    // What is done in one thread is heard in its order.
    await say(hal, 'Heard after the edit.');
    expect(await holds(gil)).toBe('First words.');
    talk.clock.advance({ minutes: 1 });
    await gil.rewrite(sent, mention('Second words.'));
    await say(hal, 'Heard after that, too.');
    expect(await holds(gil)).toBe('Second words.');
  });

  it('a reply to the question in the channel is one while its ping is on', async () => {
    const [bob, col] = [stage.person('Bob'), stage.person('Col')];
    stage.replyInChannel('Col', { to: question, text: 'Unheard.', ping: false });
    const { id } = stage.replyInChannel('Bob', { to: question, text: 'By a reply.', ping: true });
    await marked(() => stage.channelMessages().find((each) => each.id === id));
    expect([await holds(bob), await holds(col)]).toEqual(['By a reply.', '']);
  });

  it('any message of one’s own in the thread is one by the menu', async () => {
    const dot = stage.person('Dot');
    const sent = await dot.reply(question, 'Not heard by itself.');
    expect(await holds(dot)).toBe('');
    const told = await stage.choose('Dot', COUNT, sent);
    expect(told.text).toBe('Your answer is saved. Your streak: 1 round.');
    expect(await holds(dot)).toBe('Not heard by itself.');
    await marked(() => inThread(stage, question, sent));
  });

  it('all of that is said by /help, in the reader’s language', async () => {
    const help = await said(stage.person('Ann'), 'help');
    expect(help).toContain('in its thread with a message that mentions Whetstone');
    expect(help).toContain(`Apps → ${COUNT}`);
    const russian = await said(stage.person('Яна', { language: 'ru' }), 'help');
    expect(russian).toContain('в треде сообщением с упоминанием Whetstone');
    expect(russian).toContain('«Приложения» → «Засчитать как мой ответ»');
  });

  it('what cannot be an answer is refused with the reason', async () => {
    const sent = await stage.person('Dot').reply(question, 'Of Dot.');
    expect((await stage.choose('Ann', COUNT, sent)).text).toContain('Only a message of your own');
    const picture = await stage.person('Dot').replyWith(question, 'picture');
    expect((await stage.choose('Dot', COUNT, picture)).text).toContain('Only words count');
    const [last = question] = stage.channelMessages().slice(-1);
    const aside = stage.replyInChannel('Eve', { to: last, text: 'Beside it.', ping: false });
    expect((await stage.choose('Eve', COUNT, aside)).text).toContain('in the thread under');
    question = await close(talk, 1, question);
    expect(question.text).toContain('Closed. 5 answers.');
    expect((await stage.choose('Dot', COUNT, sent)).text).toContain('This round is closed');
  });
});
