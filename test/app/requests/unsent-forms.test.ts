import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHandlers } from '../../../src/app/requests/dispatch.ts';
import { createRegistry } from '../../../src/app/requests/registry.ts';
import type { Handlers } from '../../../src/chat/event.ts';
import { privacyFeature } from '../../../src/features/privacy/feature.ts';
import { suggestionsFeature } from '../../../src/features/suggestions/feature.ts';
import { type HandlersPerson, handlersPerson, type Told } from '../../support/handlers-person.ts';
import { quietPlatform } from '../../support/quiet-platform.ts';
import { seedDeck } from '../../support/seed-deck.ts';
import { openWorld, type World } from '../../support/world.ts';

const TYPED = {
  question: 'What is dropout?',
  answer: 'A mask.',
  topic: 'rag',
  difficulty: 'easy',
};

let world: World;
let handlers: Handlers;

beforeAll(async () => {
  world = await openWorld({ platforms: [quietPlatform()] });
  await seedDeck(world.context.db, {
    name: 'sample',
    questions: [{ id: 'chunking', topic: 'rag' }],
  });
  const registry = createRegistry([suggestionsFeature, privacyFeature]);
  handlers = createHandlers(world.context, registry, () => true);
});

afterAll(() => world.close());

const open = (person: HandlersPerson): Promise<Told> => person.run('question suggest');

/** Sends the form while the table it needs first is away. */
async function sendInVain(person: HandlersPerson): Promise<Told> {
  const form = await open(person);
  const { db } = world.context;
  await sql`alter table members rename to members_away`.execute(db);
  try {
    return await person.send(form, TYPED);
  } finally {
    await sql`alter table members_away rename to members`.execute(db);
  }
}

describe('a form that failed', () => {
  it('gives back each text under the name of its field, and nothing that was only chosen', async () => {
    const told = await sendInVain(handlersPerson(handlers, { name: 'Ann' }));
    expect(told.text).toContain('You wrote: Question\nWhat is dropout?');
    expect(told.text).toContain('You wrote: Reference answer\nA mask.');
    expect(told.text).not.toContain('easy');
  });

  it('speaks the language that the platform told, since the database cannot', async () => {
    const told = await sendInVain(handlersPerson(handlers, { name: 'Яна', language: 'ru' }));
    expect(told.text).toContain('У нас что-то сломалось');
    expect(told.text).toContain('Вы написали: Вопрос\nWhat is dropout?');
    expect(told.buttons).toEqual(['Открыть форму ещё раз']);
  });

  it('opens filled for its sender alone, and only there', async () => {
    const [bob, eve] = [
      handlersPerson(handlers, { name: 'Bob' }),
      handlersPerson(handlers, { name: 'Eve' }),
    ];
    await sendInVain(bob);
    const elsewhere = handlersPerson(handlers, { name: 'Bob', workspace: 'w2' });
    expect((await open(eve)).values).toMatchObject({ question: '' });
    expect((await open(elsewhere)).values).toMatchObject({ question: '' });
    expect((await open(bob)).values).toMatchObject(TYPED);
  });

  it('is forgotten with all else about a person', async () => {
    const cy = handlersPerson(handlers, { name: 'Cy' });
    await sendInVain(cy);
    await cy.pressAction({ name: 'privacy-forget', args: [] });
    expect((await open(cy)).values).toMatchObject({ question: '' });
  });

  it('logs the fault without the text', async () => {
    await sendInVain(handlersPerson(handlers, { name: 'Dan' }));
    expect(world.logged.map(({ msg }) => msg)).toContain('a form could not be taken');
    expect(JSON.stringify(world.logged)).not.toContain('A mask.');
  });
});

describe('a form that is refused', () => {
  it('gives back a text that is too long for what it is to be', async () => {
    const ann = handlersPerson(handlers, { name: 'Ann' });
    const told = await ann.send(await open(ann), { ...TYPED, question: `${'q'.repeat(2000)}!` });
    expect(told.text).toContain('The question is too long');
    expect(told.text).toContain('qqq!');
    expect(told.text).toContain('A mask.');
  });

  it('gives back what someone wrote who lost the right to send it meanwhile', async () => {
    const mona = handlersPerson(handlers, { name: 'Mona', manages: true });
    await mona.send(await open(mona), TYPED);
    const form = await mona.press(await mona.run('question list'), 'Decline');
    const told = await handlersPerson(handlers, { name: 'Mona' }).send(form, {
      reason: 'Seen before.',
    });
    expect(told.text).toContain('Only people who may manage');
    expect(told.text).toContain('You wrote\nSeen before.');
  });

  it('gives back all of it where this version does not know the form', async () => {
    const caller = {
      ...({ platform: 'discord', workspace: 'w1', channel: 'c1', mayManage: false } as const),
      member: { id: 'u-Ann', name: 'Ann' },
    };
    const action = { name: 'of-long-ago', args: [] };
    const values = { text: 'Still here.' };
    const response = await handlers.form({
      caller,
      action,
      values,
      submission: 's',
      at: new Date(0),
    });
    expect(JSON.stringify(response)).toContain('Still here.');
  });
});
