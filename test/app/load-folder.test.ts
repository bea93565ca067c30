import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { loadFolder } from '../../src/app/load-folder.ts';
import { databaseClock } from '../../src/db/clock.ts';
import { connect } from '../../src/db/connect.ts';
import { decksFor } from '../../src/db/decks.ts';
import { createFormulaPainter } from '../../src/pictures/formula.ts';
import { folderWith } from '../decks/support.ts';
import { testDatabase } from '../support/database.ts';

const HEAD = 'name: d\ntitle: { en: D }\ntopics: { t: { en: T } }\n';

const question = (formula: string): string =>
  `id: one\ntopic: t\ndifficulty: easy\nformula: '${formula}'\nformulaText: x\n` +
  'en:\n  question: Why?\n  answer: Because.\n';

test('a deck that comes with the program passes the checks of an import', async () => {
  const database = await testDatabase();
  const { db, close } = connect(database.url, { onError: () => undefined, max: 2 });
  const cacheDir = await mkdtemp(join(tmpdir(), 'whetstone-load-'));
  onTestFinished(async () => {
    await close();
    await database.drop();
    await rm(cacheDir, { recursive: true, force: true });
  });
  const logged: string[] = [];
  const log = pino({ level: 'error' }, { write: (line: string) => void logged.push(line) });
  const formulas = createFormulaPainter({ cacheDir });
  const load = async (formula: string): Promise<number> => {
    const files = { 'deck.yaml': HEAD, 'questions/one.yaml': question(formula) };
    await loadFolder({ db, clock: databaseClock, log }, formulas, await folderWith(files));
    return (await decksFor(db)).length;
  };
  expect(await load('\\moveleft 9999em x')).toBe(0);
  expect(logged.join('')).toContain(
    'questions/one.yaml:4: error: `formula` cannot be drawn: it draws far outside of its own place.',
  );
  expect(await load('x')).toBe(1);
});
