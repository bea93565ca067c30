import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { loadShippedDecks, shippedFolders } from '../../src/app/shipped-decks.ts';
import { databaseClock } from '../../src/db/clock.ts';
import { connect } from '../../src/db/connect.ts';
import { readDeck } from '../../src/decks/read-deck.ts';
import { loadDeck } from '../../src/features/decks/load-deck.ts';
import { removeDeck } from '../../src/features/decks/remove-deck.ts';
import { testDatabaseWithDeck } from '../support/database.ts';

test('a start loads a deck that comes with the program only where it does not stand as its files say', async () => {
  const database = await testDatabaseWithDeck();
  const { db, close } = connect(database.url, { onError: () => undefined, max: 2 });
  onTestFinished(async () => {
    await close();
    await database.drop();
  });
  let loaded: unknown[] = [];
  const note = (line: string): void =>
    void loaded.push((JSON.parse(line) as { deck: string }).deck);
  const context = { db, clock: databaseClock, log: pino({ level: 'info' }, { write: note }) };
  const start = async (): Promise<unknown[]> => {
    loaded = [];
    await loadShippedDecks(context, { check: () => Promise.resolve({ ok: true }) });
    return loaded;
  };

  expect(await start()).toEqual([]);

  await removeDeck(context, 'llm-engineering');
  expect(await start()).toEqual(['llm-engineering']);

  const { deck } = await readDeck((await shippedFolders())[0] ?? '');
  if (!deck) throw new Error('the first deck cannot be read');
  await loadDeck(context, { ...deck, questions: deck.questions.slice(1) });
  expect(await start()).toEqual([deck.name]);
  expect(await start()).toEqual([]);
});
