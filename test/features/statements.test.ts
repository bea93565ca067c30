import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createHandlers } from '../../src/app/requests/dispatch.ts';
import { createRegistry } from '../../src/app/requests/registry.ts';
import { databaseClock } from '../../src/db/clock.ts';
import type { Round } from '../../src/db/tables.ts';
import { FEATURES } from '../../src/features/index.ts';
import { type Bot, MONDAY_NINE, startBot } from '../support/bot.ts';
import { type TestClock, testClock } from '../support/clock.ts';
import { testDatabase, testDatabaseWithDeck } from '../support/database.ts';
import type { Recorded } from '../support/discord/rest.ts';
import { type DiscordStage, openDiscordStage } from '../support/discord/stage.ts';
import { type HandlersPerson, handlersPerson, type Told } from '../support/handlers-person.ts';
import { quietPlatform } from '../support/quiet-platform.ts';
import { untilAllRests } from '../support/settled.ts';
import {
  isWrite,
  type ListeningDatabase,
  listenTo,
  type Statement,
} from '../support/statements.ts';
import { openScene, type Scene } from './scene.ts';

/** What a gesture, a question and an idle bot may cost, in statements on every connection together. */
const LIMITS = {
  completion: 2,
  form: 2,
  choice: 9,
  firstReply: 9,
  reply: 6,
  quiz: 5,
  quizAnswer: 6,
  rating: 12,
  question: 25,
  idleASecond: 1,
};

let database: ListeningDatabase;

/** What was sent while something was done. */
async function during(act: () => Promise<unknown>): Promise<readonly Statement[]> {
  const before = database.statements.length;
  await act();
  return database.statements.slice(before);
}

const listed = (statements: readonly Statement[]): string =>
  statements.map(({ connection, text }) => `${connection}: ${inBrief(text)}`).join('\n');

const inBrief = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().slice(0, 160);

function expectAtMost(limit: number, statements: readonly Statement[]): void {
  expect(statements.length, listed(statements)).toBeLessThanOrEqual(limit);
}

describe('a gesture', () => {
  let scene: Scene;
  let person: HandlersPerson;
  const registry = createRegistry(FEATURES);

  beforeAll(async () => {
    database = await listenTo(await testDatabase());
    scene = await openScene(quietPlatform('discord'), database);
    const handlers = createHandlers(scene.world.context, registry, () => true);
    person = handlersPerson(handlers, { manages: true, now: () => scene.world.clock.peek() });
  });
  afterAll(() => scene.close());

  const completing = registry.definitions.flatMap(({ name, options = [], subcommands = [] }) => [
    ...options.filter(completes).map((option) => ({ command: name, option: option.name })),
    ...subcommands.flatMap((sub) =>
      (sub.options ?? [])
        .filter(completes)
        .map((option) => ({ command: `${name} ${sub.name}`, option: option.name })),
    ),
  ]);

  it.each(completing)('completes $option of /$command and writes nothing', async (typing) => {
    const { command, option } = typing;
    for (const partial of ['', 'a']) {
      const sent = await during(() => person.complete(command, option, partial));
      expectAtMost(LIMITS.completion, sent);
      expect(sent.filter(isWrite)).toEqual([]);
    }
  });

  it('gives an answer by the form, and another one that takes its place', async () => {
    const round = await scene.ask();
    for (const text of ['first', 'second']) {
      const form = await person.pressAction({ name: 'answer', args: [String(round.id)] });
      const sent = await during(() => person.send(form, { text }));
      expectAtMost(LIMITS.form, sent);
    }
  });

  it('chooses an option in a round, and another one that takes its place', async () => {
    const round = await scene.ask();
    await offerOptions(scene, round);
    const press = (index: number) =>
      person.pressAction({ name: 'choose', args: [String(round.id), String(index), 'take'] });
    // There is no such option, but whoever pressed is known from then on.
    await press(9);
    for (const index of [0, 1]) expectAtMost(LIMITS.choice, await during(() => press(index)));
    const picked = scene.world.context.db.selectFrom('answers').select('picked');
    expect(await picked.where('roundId', '=', round.id).execute()).toEqual([{ picked: [1] }]);
  });

  it('asks a quiz question, shows its answer, and takes how it went', async () => {
    let quiz: Told | undefined;
    expectAtMost(LIMITS.quiz, await during(async () => void (quiz = await person.run('quiz'))));
    let shown: Told | undefined;
    const showing = async () =>
      void (shown = quiz && (await person.press(quiz, 'Show the answer')));
    expectAtMost(LIMITS.quizAnswer, await during(showing));
    const rating = async () => shown && person.press(shown, 'Had it');
    expectAtMost(LIMITS.rating, await during(rating));
    expect(shown?.buttons).toContain('Had it');
  });

  it('gives an answer by a message in the thread, which is to be marked', async () => {
    const round = await scene.ask();
    const member = { id: 'u-Bob', name: 'Bob' };
    const sent = await during(() => scene.write(member, round, 'An answer.'));
    expectAtMost(LIMITS.firstReply, sent);
    const next = await scene.ask();
    expectAtMost(LIMITS.reply, await during(() => scene.write(member, next, 'Another.')));
    expect(await scene.world.takeJobs()).toContainEqual(
      expect.objectContaining({ name: 'acknowledge' }),
    );
  });
});

describe('a bot', () => {
  let stage: DiscordStage;
  let bot: Bot;

  beforeAll(async () => {
    stage = await openDiscordStage({ now: () => new Date(MONDAY_NINE) });
    database = await listenTo(await testDatabaseWithDeck());
    bot = await startBot(stage, askingClock(MONDAY_NINE), database);
  });
  afterAll(async () => {
    await bot.stop();
    await stage.close();
  });

  it('asks a question with few statements from its claim to its thread', async () => {
    await bot.addTrack();
    const counts: (readonly Statement[])[] = [];
    // A heartbeat may fall into the count of one question, and not into that of all.
    for (const [index, day] of [23, 24, 25].entries()) {
      const before = database.statements.length;
      await bot.goTo(`2026-11-${day}T10:00:00Z`);
      await bot.question(index + 1);
      counts.push(fromClaimToThread(database.statements.slice(before)));
      await bot.goTo(`2026-11-${day}T18:00:01Z`);
      await untilAllRests(bot.runtime.context.db, () => bot.clock.peek());
    }
    const [fewest = []] = counts.toSorted((a, b) => a.length - b.length);
    expectAtMost(LIMITS.question, fewest);
    // Before each reveal, and not when the thread is made.
    expect(stage.requests.filter(readsMessages)).toHaveLength(counts.length);
  });

  it('is quiet while nothing is due', async () => {
    // A whole minute, since some duties come once in each.
    const BEATS = 12;
    const first = beats().length;
    await vi.waitUntil(() => beats().length > first + BEATS, { timeout: 85_000, interval: 20 });
    const [from, until] = [beats()[first] ?? 0, beats()[first + BEATS] ?? 0];
    const sent = database.statements.slice(from, until);
    // A busy machine beats late, and what the queue asks for meanwhile is no fault.
    // Twelve beats last until the thirteenth begins.
    const seconds = ((database.statements[until]?.at ?? 0) - (sent[0]?.at ?? 0)) / 1000;
    expectAtMost(LIMITS.idleASecond * seconds, sent);
  }, 90_000);
});

/** Gives a round's question two options. */
async function offerOptions({ world }: Scene, { id, question }: Round): Promise<void> {
  const options = [{ text: 'One', right: true }, { text: 'Two' }];
  const en = { question: 'Which?', options, keyPoints: [] };
  const offering = JSON.stringify({ ...question, en });
  const { db } = world.context;
  await db.updateTable('rounds').set({ question: offering }).where('id', '=', id).execute();
}

const completes = ({ completes: is }: { readonly completes?: boolean }): boolean => is === true;

/** Stands where the test put it, and asks the database all the same, as the bot's own clock does. */
function askingClock(start: string): TestClock {
  const clock = testClock(start);
  return {
    ...clock,
    async now(db) {
      await databaseClock.now(db);
      return clock.peek();
    },
  };
}

/** Where in the statements each heartbeat says that the process runs. */
const beats = (): readonly number[] =>
  database.statements.flatMap(({ text }, index) =>
    text.startsWith('update "processes"') ? [index] : [],
  );

/** How a test waits for a thread. */
const LOOK_OF_TEST = 'select "thread" from "rounds"';

const readsMessages = ({ method, path }: Recorded): boolean =>
  method === 'GET' && path.endsWith('/messages');

/** From the beginning of the transaction that claims a round, to the statement that notes its thread. */
function fromClaimToThread(all: readonly Statement[]): readonly Statement[] {
  const statements = all.filter(({ text }) => text !== LOOK_OF_TEST);
  const claim = statements.findIndex(({ text }) => text.startsWith('insert into "rounds"'));
  const thread = statements.findIndex(({ text }) => /^update "rounds" set "thread"/.test(text));
  const { connection } = statements[claim] ?? {};
  const begins = (one: Statement) => one.text === 'begin' && one.connection === connection;
  const from = statements.slice(0, claim).findLastIndex(begins);
  if (claim < 0 || thread < 0 || from < 0) throw new Error(listed(statements));
  return statements.slice(from, thread + 1);
}
