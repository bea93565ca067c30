import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { deckWith, LORA } from '../decks/support.ts';
import { sqliteFile } from '../support/sqlite-file.ts';
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

/** The same of a file of which something is left out: it is taken all the same, but a script hears of it. */
async function takePart(path: string): Promise<Imported> {
  const ended = await here.whetstone('deck', 'import', path, '--json');
  expect(ended).toMatchObject({ code: 1, stderr: '' });
  return JSON.parse(ended.stdout) as Imported;
}

const listed = async (): Promise<readonly string[]> =>
  (await here.whetstone.json<{ name: string }[]>('deck', 'list', '--json')).map(({ name }) => name);

const questionsOf = async (name: string): Promise<number> =>
  (await here.whetstone.json<{ questions: object[] }>('deck', 'export', name)).questions.length;

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

const FIRST_NOTE = 'What is <b>BPE</b>?\x1fByte pair encoding';

async function ankiPackage(notes: readonly string[] = [FIRST_NOTE]): Promise<Uint8Array> {
  const models = { 1: { name: 'Basic', flds: [{ name: 'Front' }, { name: 'Back' }] } };
  const collection = await sqliteFile((database) => {
    database.exec('create table notes (id integer primary key, mid integer, tags text, flds text)');
    database.exec('create table col (models text)');
    database.prepare('insert into col values (?)').run(JSON.stringify(models));
    const insert = database.prepare("insert into notes (mid, tags, flds) values (1, '', ?)");
    for (const note of notes) insert.run(note);
  });
  return zipSync({ 'collection.anki2': collection });
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
    const path = await file('partly.json', JSON.stringify({ ...deck, version: 3 }));
    const shown = await here.whetstone('deck', 'import', path, '--dry-run');
    expect(shown).toMatchObject({ code: 1, stderr: '' });
    expect(await listed()).not.toContain('partly');
    const { code, stdout } = await here.whetstone('deck', 'import', path);
    expect(code).toBe(1);
    const plan = 'in the database, deck partly: 1 new, 0 changed, 0 unchanged\n';
    expect(shown.stdout.endsWith(plan)).toBe(true);
    expect(stdout.startsWith(shown.stdout.slice(0, -plan.length))).toBe(true);
    expect(stdout).toMatch(/^── Discord, en, message 1 of 2 ──\n.*How does LoRA adapt/s);
    expect(stdout).toMatch(/^skipped question 2 \(No slug\): .*slug/m);
    expect(stdout).toContain(
      `\nkeys not read: version\n${path}: 1 taken, 1 left out, 1 fault\nname: partly`,
    );
  });

  it('takes the name it is told instead of one made up from the file’s', async () => {
    const path = await file('Export 7.csv', 'question,answer\nWhat is an index?,A sorted copy.\n');
    const named = await here.whetstone.json<Imported>(
      ...['deck', 'import', path, '--deck', 'indexes', '--json'],
    );
    expect(named).toMatchObject({ name: 'indexes', added: ['what-is-an-index'] });
    const sql = await folder('sql-2', { inner: question('inner') });
    const said = await here.whetstone.ok('deck', 'import', sql, '--deck', 'sql-two');
    expect(said).toContain('name: sql-two');
  });

  it('takes the same cards in again, although some of them can never become questions', async () => {
    const notes = [FIRST_NOTE, 'A {{c1::cloze}}\x1f', '<img src="a.png">\x1fA picture'];
    const path = await file('with-pictures.apkg', await ankiPackage(notes));
    const first = await takePart(path);
    expect(first).toMatchObject({ added: ['what-is-bpe'], taken: 1, leftOut: 2, faults: 2 });
    expect(first.skipped).toHaveLength(2);
    expect(await takePart(path)).toMatchObject({ added: [], retired: [], taken: 1 });
  });

  it('leaves out a question that a round would stumble over, and says why', async () => {
    const point = { id: 'k', label: 'One thing', phrasings: [] };
    const unlike = { ...LORA.en, keyPoints: [point, point] };
    const faulty = [
      { ...LORA, id: 'unclosed', formula: '\\frac{', formulaText: 'x' },
      { ...LORA, id: 'twice', en: unlike },
    ];
    const deck = { questions: [LORA, ...faulty] };
    const report = await takePart(await file('faulty.json', JSON.stringify(deck)));
    expect(report).toMatchObject({ added: ['lora'], taken: 1 });
    expect(report.skipped).toEqual([
      {
        where: 'question 2 (unclosed)',
        why: expect.stringMatching(/^`formula` cannot be drawn: .* \(mend the LaTeX\)$/) as string,
      },
      {
        where: 'question 3 (twice)',
        why: 'the key point `k` occurs twice (rename one of them)',
      },
    ]);
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
    ['nonsense', 'bad.json', '{', 'it is not JSON: line 1, column 2: it ends too early'],
    ['no questions', 'none.json', '{"questions":[]}', 'it holds no question'],
    ['no package', 'bad.apkg', 'PK', ''],
    [
      'another kind of file',
      'bad.pdf',
      '%PDF',
      'give a deck folder, or a .json, .csv, .xlsx, .txt',
    ],
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

  it.each([
    ['a file', () => file('fine.csv', 'question,answer\nWhat is a key?,A name of a row.\n')],
    ['a folder', () => folder('fine', { inner: question('inner') })],
  ])('is %s that is to have a name which is none', async (_what, make) => {
    const ended = await here.whetstone('deck', 'import', await make(), '--deck', 'My DB');
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toBe(
      '--deck “My DB” is not a slug: lower-case letters, digits and hyphens. Try my-db.\n',
    );
  });

  it('is a known deck with a fault: what it lacks would go out of use', async () => {
    await take(await folder('joins', { inner: question('inner'), outer: question('outer') }));
    const path = await folder('joins', { outer: 'id: outer\ntopic: [' });
    const ended = await here.whetstone('deck', 'import', path);
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toContain('skipped questions/outer.yaml:2: ');
    expect(ended.stderr).toContain(
      'A deck named joins is stored already, and of its questions outer would go out of use: mend these first.',
    );
    expect(await questionsOf('joins')).toBe(2);
  });

  it('is a published list without a known licence, unless it is for one workspace or the licence is named', async () => {
    const path = await file('list.md', '# List\n\n## What is a view?\n\nA stored query.\n');
    const ended = await here.whetstone('deck', 'import', path);
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toContain('Is this list yours? Add --licence own.');
    const said = await here.whetstone.ok('deck', 'import', path, '--licence', 'MIT');
    expect(said).toContain('licence: MIT');
  });

  it('is a file of cards that happens to bear the name of a known deck', async () => {
    const path = await file('llm-interview.txt', 'What is X?\tIt is Y\n');
    const ended = await here.whetstone('deck', 'import', path);
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toContain('--deck');
    expect(await questionsOf('llm-interview')).toBe(50);
  });

  it('is a folder of which no question can be read: an empty deck helps nobody', async () => {
    const path = await folder('all-broken', { inner: 'id: inner\ntopic: [' });
    const ended = await here.whetstone('deck', 'import', path);
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toContain('skipped questions/inner.yaml:2: ');
    expect(await listed()).not.toContain('all-broken');
  });
});

describe('deck check', () => {
  it('finds nothing wrong with the decks that come with Whetstone', async () => {
    expect(await here.whetstone.ok('deck', 'check')).toBe(
      'llm-engineering: 30 questions, 0 errors, 0 warnings\n' +
        'llm-interview: 50 questions, 0 errors, 0 warnings\n',
    );
  });

  it('names the decks there are where a name is mistyped', async () => {
    const ended = await here.whetstone('deck', 'check', 'llm-interveiw');
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toContain('these do: llm-engineering, llm-interview.');
    expect(ended.stderr).toContain('./llm-interveiw');
  });

  it('names the command that looks into a folder of tables', async () => {
    const path = here.at('tables');
    await mkdir(path);
    await writeFile(join(path, 'cards.csv'), 'question,answer\n');
    const ended = await here.whetstone('deck', 'check', path);
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toContain(`deck import ${join(path, 'cards.csv')} --dry-run`);
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
