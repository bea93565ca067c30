import { join } from 'node:path';
import { expect, test } from 'vitest';
import { foreignLanguage } from '../../src/decks/formats/foreign-language.ts';
import { readDecks, textsIn } from '../../src/decks/read-decks.ts';
import { LANGUAGES } from '../../src/domain/language.ts';

test.each([
  ['German', 'Was ist der Unterschied zwischen einem Prozess und einem Thread?'],
  ['French', 'Quelle est la différence entre un processus et un thread dans les systèmes ?'],
  ['Spanish', '¿Cuál es la diferencia entre un proceso y un hilo en los sistemas?'],
  ['Ukrainian', 'Чим процес відрізняється від потоку і що їм спільне?'],
  ['Chinese', '进程和线程有什么区别？'],
  ['Japanese', 'プロセスとスレッドの違いは何ですか'],
])('%s is named', (language, text) => {
  expect(foreignLanguage(text)?.en).toBe(language);
});

test.each([
  'And?\n\nA) x\nB) y\nC) d',
  'E = mc², σ(x) = 1 / (1 + e^(−x))',
  'SELECT * FROM t',
  'Да.',
])('what nobody can tell the language of is not: %j', (text) => {
  expect(foreignLanguage(text)).toBeUndefined();
});

test('no question that ships with Whetstone is taken for one in another language', async () => {
  const decks = await readDecks(join(import.meta.dirname, '../../data'));
  for (const language of LANGUAGES) {
    const texts = textsIn(decks, language).flatMap(({ question, answer = '' }) => [
      question,
      answer,
    ]);
    expect(texts.length).toBeGreaterThan(100);
    expect(texts.filter((text) => foreignLanguage(text))).toEqual([]);
  }
});
