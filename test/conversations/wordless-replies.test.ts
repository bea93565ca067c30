import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/db/tables.ts';
import { answer, ask, close, converse, DAILY, inThread, reply } from '../support/conversation.ts';
import { untilRow } from '../support/settled.ts';
import type { Person, Seen, Wordless } from '../support/stage.ts';
import { STAGES } from '../support/stages.ts';

const NOTE = 'only words count as an answer';
const ANSWERED = 'Attention weighs tokens.';

/** The playground's page takes nothing but words. */
const WITH_FILES = STAGES.filter(({ name }) => name !== 'playground');

describe.each(WITH_FILES)('a reply without words on $name', ({ open }) => {
  const talk = converse(open);
  let question: Seen;
  let ann: Person;
  beforeAll(async () => {
    ann = talk.stage.person('Ann');
    await talk.bot.addTrack(DAILY);
    question = await ask(talk, 1);
  });

  const notes = (person: Person) =>
    person.told().filter(({ text }) => text.toLowerCase().includes(NOTE));
  const noted = (person: Person) =>
    talk.stage.until(() => notes(person)[0], `the note for ${person.name}`);

  /** Edits Ann’s message a second later, and waits for what becomes of her answer. */
  async function revise(sent: Seen, text: string, is: (kept: Answer) => boolean): Promise<void> {
    talk.clock.advance({ seconds: 1 });
    await ann.rewrite(sent, text);
    const { db } = talk.bot.runtime.context;
    const kept = () =>
      db.selectFrom('answers').selectAll().where('text', '!=', '').orderBy('id').execute();
    await untilRow(
      async () => (await kept()).some((each) => each.sourceKey === sent.id && is(each)),
      async () => JSON.stringify(await kept()),
    );
  }

  it.each<[string, Wordless]>([
    ['Pia', 'picture'],
    ['Vic', 'voice'],
    ['Sam', 'sticker'],
    ['Flo', 'forwarded'],
  ])('gets %s a note for them alone: %s', async (name, what) => {
    const person = talk.stage.person(name);
    await person.replyWith(question, what);
    expect((await noted(person)).text).toMatch(/Press Answer under the question/);
    expect(
      talk.stage
        .threadMessages(question)
        .map(({ text }) => text)
        .join(),
    ).not.toContain(NOTE);
  });

  it('says so once a round, in the member’s own language', async () => {
    const yana = talk.stage.person('Яна', { language: 'ru' });
    // Discord tells a person’s language with a command, and not with a message.
    await yana.run('streak');
    await yana.replyWith(question, 'picture');
    await yana.replyWith(question, 'voice');
    const told = () => yana.told().filter(({ text }) => text.includes('слов'));
    await talk.stage.until(() => told().length > 0, 'the note');
    await reply(talk, yana, question, 'Внимание взвешивает токены.');
    expect(told()).toHaveLength(1);
  });

  it('counts where words stand beside the picture, until an edit takes them away', async () => {
    const sent = await ann.replyWith(question, 'picture', ANSWERED);
    await talk.stage.until(
      () => inThread(talk.stage, question, sent)?.marks.includes('accepted'),
      'the mark',
    );
    const isMarked = (is: boolean) =>
      talk.stage.until(
        () => inThread(talk.stage, question, sent)?.marks.includes('accepted') === is,
        is ? 'the mark' : 'no mark',
      );
    await revise(sent, '', (kept) => kept.withdrawnAt !== null);
    await noted(ann);
    await isMarked(false);
    await revise(sent, 'It weighs them anew.', (kept) => kept.withdrawnAt === null);
    await isMarked(true);
    await revise(sent, '', (kept) => kept.withdrawnAt !== null);
    await isMarked(false);
  });

  it('is talk from someone who has answered, and counts for nothing in the end', async () => {
    const bob = talk.stage.person('Bob');
    await answer(bob, question, ANSWERED);
    await bob.replyWith(question, 'picture');
    question = await close(talk, 1, question);
    expect(notes(bob)).toEqual([]);
    // Bob and Яна.
    expect(question.text).toContain('Closed. 2 answers.');
  });
});
