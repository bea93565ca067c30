import type { DatabaseSync } from 'node:sqlite';
import { zstdCompressSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { sqliteFile } from '../support/sqlite-file.ts';
import { fileWith, importFile } from './support.ts';

const NOTES: readonly (readonly [kind: number, tags: string, fields: string])[] = [
  [
    1,
    ' nlp::tokens  hard ',
    'What is <b>BPE</b>?\x1fByte&nbsp;pair encoding:<ul><li>count pairs</li><li>merge</li></ul>',
  ],
  [2, '', 'Подсказка\x1fЧто такое эмбеддинг?\x1fПлотный вектор<br>для токена [sound:a.mp3]'],
  [1, '', '{{c1::LoRA}} is low-rank\x1f'],
  [1, '', '<img src="secret.png">\x1fA picture'],
];

/** A collection as Anki 2.1.28 and later keep it, with tables of kinds and fields. */
const newCollection = (): Promise<Uint8Array> =>
  sqliteFile((database) => {
    database.exec(`
      create table notes (id integer primary key, mid integer, tags text, flds text);
      create table fields (ntid integer, ord integer, name text, config blob, primary key (ntid, ord)) without rowid;
      create unique index idx_fields_name_ntid on fields (name, ntid);
      insert into fields values (1, 1, 'Back', ''), (1, 0, 'Front', ''),
        (2, 0, 'Extra', ''), (2, 1, 'Вопрос', ''), (2, 2, 'Ответ', '');
    `);
    insertNotes(database);
    // Anki sorts names by a collation of its own, which no other program has.
    database.exec(`
      pragma writable_schema = on;
      update sqlite_master set sql = replace(sql, 'name text', 'name text COLLATE unicase') where name = 'fields';
    `);
  });

/** A collection as older versions keep it, with the kinds as JSON. */
const oldCollection = (): Promise<Uint8Array> =>
  sqliteFile((database) => {
    const models = {
      1: { name: 'Basic', flds: [{ name: 'Front' }, { name: 'Back' }] },
      2: { name: 'Extra first', flds: [{ name: 'Extra' }, { name: 'Вопрос' }, { name: 'Ответ' }] },
    };
    database.exec('create table notes (id integer primary key, mid integer, tags text, flds text)');
    database.exec('create table col (models text)');
    database.prepare('insert into col values (?)').run(JSON.stringify(models));
    insertNotes(database);
  });

function insertNotes(database: DatabaseSync): void {
  const insert = database.prepare('insert into notes (mid, tags, flds) values (?, ?, ?)');
  for (const note of NOTES) insert.run(...note);
}

const STUB = new TextEncoder().encode('Please update to the latest Anki version.');

const packages: [version: string, make: () => Promise<Uint8Array>][] = [
  [
    'the newest Anki',
    async () =>
      zipSync({
        'collection.anki2': STUB,
        'collection.anki21b': zstdCompressSync(await newCollection()),
        media: new Uint8Array(),
      }),
  ],
  [
    'Anki 2.1',
    async () =>
      zipSync({ 'collection.anki2': STUB, 'collection.anki21': await oldCollection(), '0': STUB }),
  ],
  ['Anki 2.0', async () => zipSync({ 'collection.anki2': await oldCollection() })],
];

test.each(packages)('a package of %s', async (_version, make) => {
  const { deck, taken, skipped } = await importFile(await fileWith('My cards.apkg', await make()));
  expect(taken).toBe(2);
  expect(deck).toMatchObject({ name: 'my-cards', draft: true });
  expect(deck?.questions).toEqual([
    {
      id: 'what-is-bpe',
      topic: 'nlp-tokens',
      difficulty: 'medium',
      sources: [],
      en: {
        question: 'What is **BPE**?',
        answer: 'Byte\u00a0pair encoding:\n * count pairs\n * merge',
        keyPoints: [],
      },
    },
    {
      id: 'chto-takoe-embedding',
      topic: 'imported',
      difficulty: 'medium',
      sources: [],
      ru: { question: 'Что такое эмбеддинг?', answer: 'Плотный вектор\nдля токена', keyPoints: [] },
    },
  ]);
  expect(skipped).toEqual([
    { where: 'note 3', why: 'it is a cloze note; write it as a question and an answer' },
    {
      where: 'note 4',
      why: 'its question or its answer has no text (write it in Anki, and export again)',
    },
  ]);
});

test('notes in plain text, with their header', async () => {
  const text = [
    '#separator:tab',
    '#html:true',
    '#guid column:1',
    '#tags column:4',
    'guid-1\tWhat is <i>top-p</i>?\tA "nucleus" of tokens\tsampling',
    'guid-2\t"Two\nlines?"\t"Yes: ""two"""\t',
    'guid-3\t{{c1::x}}\ty\t',
    '',
  ].join('\n');
  const { deck, skipped } = await importFile(await fileWith('notes.txt', text));
  expect(deck?.questions.map(({ id, topic, en }) => [id, topic, en?.question, en?.answer])).toEqual(
    [
      ['card-12abbac02273', 'sampling', 'What is *top-p*?', 'A "nucleus" of tokens'],
      ['card-13f47825fc31', 'imported', 'Two lines?', 'Yes: "two"'],
    ],
  );
  expect(skipped).toEqual([
    { where: 'line 8', why: 'it is a cloze note; write it as a question and an answer' },
  ]);
});

test('notes in plain text, with no header and no HTML meant', async () => {
  const { deck } = await importFile(
    await fileWith('notes.txt', '#html:false\na < b?\tYes, &lt; holds\n'),
  );
  expect(deck?.questions[0]?.en).toMatchObject({ question: 'a < b?', answer: 'Yes, \\&lt; holds' });
});

async function refusal(content: Uint8Array): Promise<string> {
  const { deck, skipped } = await importFile(await fileWith('deck.apkg', content));
  expect(deck).toBeUndefined();
  return skipped.map(({ where, why }) => `${where}: ${why}`).join('\n');
}

/** A zip whose directory says something else than its content: `change` gets the directory's bytes. */
function forged(name: string, bytes: Uint8Array, change: (entry: DataView) => void): Uint8Array {
  const zip = zipSync({ [name]: bytes });
  const start = Buffer.from(zip).lastIndexOf('PK\x01\x02', undefined, 'latin1');
  change(new DataView(zip.buffer, zip.byteOffset + start));
  return zip;
}

const UNCOMPRESSED_SIZE = 24;
const OTHER_DATABASE =
  'the file: the database inside it is another program’s, not Anki’s (export from that program as CSV)';

test('a package that is no zip, is empty or holds something else is refused', async () => {
  expect(await refusal(new TextEncoder().encode('hello'))).toMatch(/not a sound zip archive/);
  expect(await refusal(zipSync({}))).toBe(
    'the file: it holds no Anki collection (export the deck in Anki once more, as an .apkg file)',
  );
  expect(await refusal(zipSync({ 'collection.anki2': STUB }))).toBe(
    'the file: its collection cannot be read (export the deck in Anki once more)',
  );
  const cut = zipSync({ 'collection.anki2': await oldCollection() }).slice(0, -30);
  expect(await refusal(cut)).toMatch(/not a sound zip archive/);
});

test('a path that leads out of the package is refused, whatever else it holds', async () => {
  const good = await oldCollection();
  for (const path of ['../../evil', '/etc/cron.d/evil', 'a/../../evil', 'C:/evil']) {
    expect(await refusal(zipSync({ 'collection.anki2': good, [path]: STUB }))).toMatch(
      /not a sound zip archive: (invalid relative path|absolute path)/,
    );
  }
});

test('a link in the package is refused, and so is SQLite that is not Anki’s (export from that program as CSV)', async () => {
  const link = { os: 3, attrs: (0o120777 << 16) >>> 0 };
  const target = new TextEncoder().encode('/etc/passwd');
  expect(await refusal(zipSync({ 'collection.anki2': [target, link] }))).toBe(
    'the file: it holds a link to another file, collection.anki2 (export it again with the program it is from)',
  );
  const bookmarks = await sqliteFile((database) => {
    database.exec('create table moz_places (id integer primary key, url text)');
  });
  expect(await refusal(zipSync({ 'collection.anki2': bookmarks }))).toBe(OTHER_DATABASE);
});

test.each([
  ['plain', 'collection.anki2', (collection: Uint8Array) => collection],
  ['compressed', 'collection.anki21b', (collection: Uint8Array) => zstdCompressSync(collection)],
])(
  'of SQLite that is not Anki’s, no more is unpacked than says so: %s',
  async (_kind, name, pack) => {
    const orders = await sqliteFile((database) => {
      database.exec('create table orders (id integer primary key, content text)');
      const content = Array.from({ length: 200_000 }, (_, index) =>
        Math.imul(index, 2_654_435_761).toString(36),
      );
      database.prepare('insert into orders (content) values (?)').run(content.join(' '));
    });
    // Broken in its middle, which nobody should come to see.
    const packed = zipSync({ [name]: pack(orders) });
    packed.fill(0xff, packed.length / 2, packed.length / 2 + 2_000);
    expect(await refusal(packed)).toBe(OTHER_DATABASE);
  },
);

test('a zip bomb is refused before it is unpacked', async () => {
  const zeros = new Uint8Array(30_000_000);
  expect(await refusal(zipSync({ 'collection.anki2': zeros }, { level: 9 }))).toBe(
    'the file: it unpacks to absurd size (export it again with the program it is from)',
  );
  const large = forged('collection.anki2', STUB, (entry) => {
    entry.setUint32(UNCOMPRESSED_SIZE, 4_000_000_000, true);
  });
  expect(await refusal(large)).toMatch(/its content takes more than 67108864 bytes/);
  const lying = forged('collection.anki2', zeros, (entry) => {
    entry.setUint32(UNCOMPRESSED_SIZE, 1_000, true);
  });
  expect(await refusal(lying)).toMatch(/not a sound zip archive: too many bytes in the stream/);
});

test('a bomb inside the collection is refused as well', async () => {
  const bomb = zstdCompressSync(Buffer.alloc(200_000_000));
  expect(await refusal(zipSync({ 'collection.anki21b': [bomb, { level: 0 }] }))).toBe(
    'the file: its collection cannot be read (export the deck in Anki once more)',
  );
});

const COMPUTING: [what: string, sql: string][] = [
  [
    'a view',
    `create view notes as with recursive n(mid, tags, flds) as
      (select 1, '', 'a' union all select mid + 1, '', 'a' from n) select * from n`,
  ],
  [
    'a view beside a table that says it has the name',
    `create table x (mid integer, tags text, flds text);
     create view y as select 1 as mid, '' as tags, 'Q' || char(31) || 'A' as flds;
     pragma writable_schema = on;
     update sqlite_master set name = 'notes', tbl_name = 'notes' where name = 'x';
     update sqlite_master set sql = replace(sql, 'view y', 'view notes') where name = 'y'`,
  ],
  ...['as (1)', 'as/**/(1)', 'generated always\tas\n(1) stored'].map((column): [string, string] => [
    `a column ${JSON.stringify(column)}`,
    `create table notes (id integer, mid integer, tags text, flds text ${column});
     insert into notes (id, mid, tags) values (1, 1, '')`,
  ]),
];

test.each(COMPUTING)('a collection that computes its notes is refused: %s', async (_what, sql) => {
  const collection = await sqliteFile((database) => database.exec(sql));
  expect(await refusal(zipSync({ 'collection.anki2': collection }))).toBe(
    'the file: its collection cannot be read (export the deck in Anki once more)',
  );
});

test('a collection whose field names are computed is refused as well', async () => {
  const collection = await sqliteFile((database) => {
    database.exec(`
      create table notes (id integer primary key, mid integer, tags text, flds text);
      create table fields (ntid integer, ord integer, name text as/**/(hex(zeroblob(9))));
      insert into fields (ntid, ord) values (1, 0);
    `);
    insertNotes(database);
  });
  expect(await refusal(zipSync({ 'collection.anki2': collection }))).toBe(
    'the file: its collection cannot be read (export the deck in Anki once more)',
  );
});

test('Anki’s own id of a note makes a mended note the same question', async () => {
  const ids = async (front: string) => {
    const collection = await sqliteFile((database) => {
      database.exec(
        'create table notes (id integer primary key, guid text, mid integer, tags text, flds text)',
      );
      const insert = database.prepare(
        "insert into notes values (1, 'k&5fd!', 1, 'Базы_данных', ?)",
      );
      insert.run(`${front}\x1fA`);
    });
    const packed = zipSync({ 'collection.anki2': collection });
    const { deck } = await importFile(await fileWith('a.apkg', packed));
    return { ids: deck?.questions.map(({ id }) => id), topics: deck?.topics };
  };
  const before = await ids('Waht is X?');
  expect(before.ids).toEqual([expect.stringMatching(/^card-[0-9a-f]{12}$/)]);
  expect(before.topics).toEqual({ 'bazy-dannykh': { en: 'Базы данных' } });
  expect(await ids('What is X?')).toEqual(before);
});
