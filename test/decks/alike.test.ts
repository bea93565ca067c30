import { expect, test } from 'vitest';
import { AT_ONCE, findAlike } from '../../src/decks/alike.ts';

/** Long questions of which none is like another; counts how many were read. */
function manyOthers(count: number) {
  const read: string[] = [];
  async function* others(): AsyncGenerator<string> {
    for (let number = 0; number < count; number++) {
      const words = Array.from({ length: 90 }, (_, at) => `w${number}x${at}`);
      const text = await Promise.resolve(words.join(' '));
      read.push(text);
      yield text;
    }
    yield 'How does attention weigh the values?';
  }
  return { read, others: others() };
}

test('everything else has its turn while a question is compared with thousands', async () => {
  const { read, others } = manyOthers(200);
  const charactersBetween: number[] = [];
  let before = 0;
  const pause = (): Promise<void> => {
    const all = read.reduce((sum, { length }) => sum + length, 0);
    charactersBetween.push(all - before);
    before = all;
    return Promise.resolve();
  };
  const asked = 'How are the values weighed by attention?';
  expect(await findAlike(asked, { language: 'en', others }, pause)).toBe(
    'How does attention weigh the values?',
  );
  const longest = Math.max(...read.map(({ length }) => length));
  expect(charactersBetween.length).toBeGreaterThan(8);
  expect(Math.max(...charactersBetween)).toBeLessThanOrEqual(AT_ONCE + longest);
});

test('nothing is read beyond the first that is alike', async () => {
  const { read, others } = manyOthers(100);
  const first = Array.from({ length: 90 }, (_, at) => `w3x${at}`).join(' ');
  expect(await findAlike(first, { language: 'en', others })).toBe(first);
  expect(read).toHaveLength(4);
});
