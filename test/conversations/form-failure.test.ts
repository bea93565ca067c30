import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { button, formOf, messageOf } from '../support/answered.ts';
import { ask, type Conversation, converse, DAILY } from '../support/conversation.ts';
import type { Person, Seen, SeenForm } from '../support/stage.ts';
import { STAGES } from '../support/stages.ts';
import { BEAM, suggest, suggestions } from '../support/suggesting.ts';

type Opened = (talk: Conversation, question: Seen) => Promise<SeenForm>;

const mona = ({ stage }: Conversation): Person => stage.person('Mona', { manages: true });

type Values = Readonly<Record<string, string>>;

/** Every form, what is written in its fields, and what is chosen besides. */
const FORMS: Readonly<Record<string, readonly [Opened, Values, Values?]>> = {
  answer: [
    async (talk, question) => formOf(await mona(talk).press(button(question, 'Answer'))),
    { text: 'It weighs *every* token <by> relevance.\n\n1. One\n2. Two' },
  ],
  quiz: [
    async (talk) => {
      const quiz = messageOf(await mona(talk).run('quiz'));
      return formOf(await mona(talk).press(button(quiz, 'Answer')));
    },
    { text: 'A quiz answer.' },
  ],
  suggestion: [
    async (talk) => formOf(await mona(talk).run('question', 'suggest')),
    { question: 'What is a tokeniser?', answer: 'What cuts a text into tokens.' },
    { topic: 'other', difficulty: 'easy' },
  ],
  'edit of a suggestion': [
    async (talk) => formOf(await mona(talk).press(button(await suggestions(mona(talk)), 'Edit'))),
    { question: 'Why do beams favour brevity?', answer: 'Probabilities multiply.' },
  ],
  'decline of a suggestion': [
    async (talk) =>
      formOf(await mona(talk).press(button(await suggestions(mona(talk)), 'Decline'))),
    { reason: 'There is one like it.' },
  ],
  report: [
    async (talk, question) => formOf(await mona(talk).press(button(question, 'Report'))),
    { text: 'The second sentence is wrong.' },
  ],
  'new track': [
    async (talk) => formOf(await mona(talk).run('track', 'add')),
    { schedule: 'mon and thu 9:30', timezone: 'Europe/Berlin', answering: '3h' },
  ],
};

describe.each(STAGES)('a form on $name', ({ open, name }) => {
  const talk = converse(open, { trouble: true });
  let question: Seen;

  beforeAll(async () => {
    await talk.bot.addTrack(DAILY);
    question = await ask(talk, 1);
    await suggest(talk.stage.person('Ann'), BEAM);
  });

  /** Sends a form while the bot cannot reach what it knows of people. */
  async function sendInVain(form: SeenForm, values: Values) {
    const { db } = talk.bot.runtime.context;
    await sql`alter table members rename to members_away`.execute(db);
    try {
      return messageOf(await mona(talk).send(form, values));
    } finally {
      await sql`alter table members_away rename to members`.execute(db);
    }
  }

  it.each(Object.entries(FORMS))(
    'that fails gives back what was written, and opens with it again: %s',
    async (_, [opened, values, chosen = {}]) => {
      const told = await sendInVain(await opened(talk, question), { ...values, ...chosen });
      expect(told.text).toContain('Something went wrong on our side');
      for (const text of Object.values(values)) expect(lines(told.text)).toContain(text);
      const again = formOf(await mona(talk).press(button(told, 'Open the form again')));
      expect(held(again)).toMatchObject({ ...values, ...chosen });
    },
  );

  it('that fails opens filled by its usual way too, once', async () => {
    const text = 'Written once, sent in vain.';
    await sendInVain(formOf(await mona(talk).press(button(question, 'Answer'))), { text });
    const open = async () => formOf(await mona(talk).press(button(question, 'Answer')));
    expect(held(await open())).toMatchObject({ text });
    expect(held(await open())).toMatchObject({ text: '' });
  });

  it('gives back a text of any length that the form takes, whole', async () => {
    const text = 'Every word of it counts. '.repeat(200).slice(0, name === 'slack' ? 3000 : 4000);
    const form = formOf(await mona(talk).press(button(question, 'Answer')));
    const before = mona(talk).told().length;
    const told = await sendInVain(form, { text });
    const shown = (): string =>
      [told, ...mona(talk).told().slice(before)].map((page) => page.text).join('\n');
    const isWhole = () => withoutSpace(shown()).includes(withoutSpace(text));
    expect(await talk.stage.until(isWhole, 'every page of the text')).toBe(true);
  });

  it('of someone who wrote nothing says only that it failed', async () => {
    const form = formOf(await mona(talk).press(button(question, 'Answer')));
    const told = await sendInVain(form, { text: '  ' });
    expect(told.text).not.toContain('You wrote');
  });

  it('gives back a reason for declining what was decided meanwhile', async () => {
    const declined = async (who: Person) =>
      formOf(await who.press(button(await suggestions(who), 'Decline')));
    const nils = talk.stage.person('Nils', { manages: true });
    const [hers, his] = [await declined(mona(talk)), await declined(nils)];
    await nils.send(his, { reason: 'Too close to another.' });
    const told = messageOf(await mona(talk).send(hers, { reason: 'I had thought about it.' }));
    expect(told.text).toContain('has declined it already');
    expect(told.text).toContain('I had thought about it.');
    expect(button(told, 'Next →')).toBeDefined();
  });

  it('did nothing the platform would refuse', () => {
    expect(talk.stage.refusals()).toEqual([]);
  });
});

const held = ({ fields }: SeenForm) =>
  Object.fromEntries(fields.map(({ id, value }) => [id, value]));

/** Without the space that a screen adds at the ends of lines. */
const lines = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .join('\n');

const withoutSpace = (text: string): string => text.replaceAll(/\s+/g, '');
