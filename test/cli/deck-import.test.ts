import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { zipSync } from 'fflate';
import initSqlJs from 'sql.js';
import { describe, expect, it } from 'vitest';
import { deckWith, LORA } from '../decks/support.ts';
import { desk } from './scene.ts';

const here = desk();

interface Imported {
  readonly name: string;
  readonly added: readonly string[];
  readonly retired: readonly string[];
  readonly taken: number;
  readonly skipped: readonly { readonly where: string; readonly why: string }[];
}

async function file(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(here.at(name), content);
  return here.at(name);
}

const take = (path: string) => here.whetstone.json<Imported>('deck', 'import', path, '--json');

const listed = async (): Promise<readonly string[]> =>
  (await here.whetstone.json<{ name: string }[]>('deck', 'list', '--json')).map(({ name }) => name);

/** A deck folder with these files of questions. */
async function folder(name: string, questions: Readonly<Record<string, string>>): Promise<string> {
  const deck = `name: ${basename(name)}\ntitle:\n  en: SQL\ntopics:\n  joins:\n    en: Joins\n`;
  await mkdir(here.at(join(name, 'questions')), { recursive: true });
  await writeFile(here.at(join(name, 'deck.yaml')), deck);
  for (const [id, text] of Object.entries(questions)) {
    await writeFile(here.at(join(name, 'questions', `${id}.yaml`)), text);
  }
  return here.at(name);
}

const question = (id: string): string =>
  `id: ${id}\ntopic: joins\ndifficulty: easy\nen:\n  question: What is ${id}?\n  answer: A join.\n`;

async function ankiPackage(): Promise<Uint8Array> {
  const { Database } = await initSqlJs();
  const collection = new Database();
  const models = { 1: { name: 'Basic', flds: [{ name: 'Front' }, { name: 'Back' }] } };
  collection.run('create table notes (id integer primary key, mid integer, tags text, flds text)');
  collection.run('create table col (models text)');
  collection.run('insert into col values (?)', [JSON.stringify(models)]);
  const note = ['', 'What is <b>BPE</b>?\x1fByte pair encoding'];
  collection.run('insert into notes (mid, tags, flds) values (1, ?, ?)', note);
  const packed = zipSync({ 'collection.anki2': collection.export() });
  collection.close();
  return packed;
}

describe('deck import', () => {
  it('takes a folder in, and of a second time what changed', async () => {
    const path = await folder('sql', { inner: question('inner'), outer: question('outer') });
    expect(await take(path)).toMatchObject({ name: 'sql', added: ['inner', 'outer'], taken: 2 });
    const less = await folder('less/sql', { inner: question('inner') });
    expect(await take(less)).toMatchObject({ added: [], retired: ['outer'], taken: 1 });
  });

  it('takes JSON in', async () => {
    const path = await file('json.json', JSON.stringify(deckWith()));
    expect(await take(path)).toMatchObject({ name: 'test-deck', added: ['lora'], skipped: [] });
  });

  it('takes a table of questions and answers in', async () => {
    const path = await file('table.csv', 'question,answer\nWhat is a view?,A stored query.\n');
    expect(await take(path)).toMatchObject({ name: 'table', added: ['what-is-a-view'], taken: 1 });
  });

  it('takes Anki’s text in', async () => {
    const path = await file('cards.txt', '#separator:tab\nWhat is BPE?\tByte pair encoding\n');
    expect(await take(path)).toMatchObject({ name: 'cards', added: ['what-is-bpe'], taken: 1 });
  });

  it('takes an Anki package in', async () => {
    const path = await file('package.apkg', await ankiPackage());
    expect(await take(path)).toMatchObject({ name: 'package', added: ['what-is-bpe'], taken: 1 });
  });

  it('reports to people what it took and skipped, and why', async () => {
    const broken = { ...LORA, id: 'No slug' };
    const deck = { ...deckWith([LORA, broken]), name: 'partly' };
    const said = await here.whetstone.ok(
      ...['deck', 'import', await file('partly.json', JSON.stringify(deck))],
    );
    expect(said).toMatch(/^skipped question 2 \(No slug\): .*slug/);
    expect(said).toContain('taken: 1, skipped: 1');
    expect(said).toContain('name: partly');
  });

  it('writes a folder to edit instead, which passes the check’s errors', async () => {
    const path = await file('to-edit.json', JSON.stringify(deckWith()));
    const target = here.at('test-deck');
    const said = await here.whetstone.ok('deck', 'import', path, '--folder', target);
    expect(said).toContain(`folder: ${target}`);
    expect(await here.whetstone.ok('deck', 'check', target)).toContain('1 question, 0 errors');
  });
});

describe('what cannot be taken in', () => {
  it.each([
    ['nonsense', 'bad.json', '{', 'it is not a JSON object'],
    ['no questions', 'none.json', '{"questions":[]}', 'it holds no question'],
    ['no package', 'bad.apkg', 'PK', ''],
    ['another kind of file', 'bad.pdf', '%PDF', 'give a deck folder, or a .json, .csv, .txt'],
  ])('is refused and changes nothing: %s', async (_what, name, content, words) => {
    const before = await listed();
    const path = await file(name, content);
    const ended = await here.whetstone('deck', 'import', path);
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toContain(`${path} was not imported; nothing was changed.\n`);
    expect(ended.stderr).toContain(words);
    expect(ended.stderr).not.toMatch(/^ +at /m);
    expect(await listed()).toEqual(before);
  });

  it('is a known deck with a fault: what it lacks would go out of use', async () => {
    await take(await folder('joins', { inner: question('inner'), outer: question('outer') }));
    const path = await folder('joins', { outer: 'id: outer\ntopic: [' });
    const ended = await here.whetstone('deck', 'import', path);
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toContain('skipped questions/outer.yaml:2: ');
    expect(ended.stderr).toContain('A deck named joins is stored already: mend these first');
    const kept = await here.whetstone.json<{ questions: object[] }>('deck', 'export', 'joins');
    expect(kept.questions).toHaveLength(2);
  });
});

describe('deck check', () => {
  it('finds nothing wrong with the deck that comes with Whetstone', async () => {
    expect(await here.whetstone.ok('deck', 'check')).toBe(
      'llm-interview: 50 questions, 0 errors, 0 warnings\n',
    );
  });

  it('names file, line and fix, and fails', async () => {
    const path = await folder('faulty', { inner: question('inner').replace('joins', 'views') });
    const ended = await here.whetstone('deck', 'check', path);
    expect(ended).toMatchObject({ code: 1, stderr: '' });
    expect(ended.stdout).toContain(
      'questions/inner.yaml:2: error: `topic` views is not a topic of the deck. ' +
        'Fix: use one of joins, or add it to deck.yaml.',
    );
  });

  it('tells a script the same', async () => {
    const path = await folder('faulty-too', { inner: question('outer') });
    const { stdout, code } = await here.whetstone('deck', 'check', path, '--json');
    expect(code).toBe(1);
    const { questions, faults } = JSON.parse(stdout) as { questions: number; faults: object[] };
    expect(questions).toBe(0);
    expect(faults).toContainEqual({
      level: 'error',
      file: 'questions/inner.yaml',
      line: 1,
      question: 'inner',
      problem: "`id` is outer, which is not the file's name",
      fix: 'rename the file to `outer.yaml`, or write `id: inner`',
    });
  });

  it('says where it looked for a deck there is none of', async () => {
    const ended = await here.whetstone('deck', 'check', here.at('nowhere'));
    expect(ended).toMatchObject({ code: 1, stderr: '' });
    expect(ended.stdout).toContain(`${here.at('nowhere')}: 0 questions, 2 errors`);
  });
});
