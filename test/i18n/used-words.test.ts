import { beforeAll, describe, expect, it } from 'vitest';
import { readingWords } from '../../src/decks/words/index.ts';
import { FEATURES } from '../../src/features/index.ts';
import { commonWords } from '../../src/i18n/words/index.ts';
import { importsOf, namesReadIn, readSources, type SourceFile } from '../support/source.ts';

interface Source {
  readonly path: string;
  readonly imports: readonly string[];
  readonly names: ReadonlySet<string>;
}

/** The keys of all words under some, such as `faults` and `faults.unknown`; deeper ones by their own name. */
function keysOf(words: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof words !== 'object' || words === null || Array.isArray(words)) return [];
  return Object.entries(words).flatMap(([key, value]) => {
    const own = [...path, key];
    return [own, ...keysOf(value, own)];
  });
}

const isOfWords = ({ path }: SourceFile) => /^src\/i18n\/|\/words\//.test(path);

/**
 * Whoever says a feature's words has them from its folder, so that its keys are looked for there and in the
 * files that import from `words/`. What stands under a key may be read where it is handed on to.
 */
describe('every word is said somewhere', () => {
  let sources: readonly Source[];
  beforeAll(async () => {
    const files = (await readSources(['src'])).filter((file) => !isOfWords(file));
    sources = files.map((file) => ({
      path: file.path,
      imports: importsOf(file),
      names: namesReadIn(file),
    }));
  });

  const unread = (words: unknown, from: readonly Source[]) =>
    keysOf(words)
      .filter((path) => {
        const name = path.at(-1) ?? '';
        return !(path.length === 1 ? from : sources).some(({ names }) => names.has(name));
      })
      .map((path) => path.join('.'));

  it.each(FEATURES.filter(({ words }) => words))('of the feature $name', ({ name, words }) => {
    const room = `src/features/${name}/`;
    const from = sources.filter(
      ({ path, imports }) => path.startsWith(room) || imports.includes(`${room}words/index.ts`),
    );
    expect(from.length).toBeGreaterThan(0);
    expect(unread(words?.('en'), from)).toEqual([]);
  });

  it('of the readers of deck files', () => {
    expect(unread(readingWords('en'), sources)).toEqual([]);
  });

  it('of those that all features share', () => {
    expect(unread(commonWords('en'), sources)).toEqual([]);
  });
});

describe('the rule itself', () => {
  it('sees what is read in every way, and nothing that is only written', () => {
    const text = `const { a, b: c, ...rest } = words; words.d.e(words['f']); read('g'); const h = { i: 1 };`;
    const names = namesReadIn({ path: 'src/x.ts', text });
    expect([...names].sort()).toEqual(['a', 'b', 'd', 'e', 'f', 'g', 'rest']);
  });
});
