import { expect, test } from 'vitest';
import { changeChoice, judgeChoice, shownOptions, tallyChoices } from '../../src/domain/choice.ts';

const options = ['a', 'b', 'c', 'd'].map((text, at) => ({ text, right: at < 2 }));
const one = ['a', 'b'].map((text, at) => ({ text, right: at === 0 }));

test('a seed gives one order, and seeds give every place to every option', () => {
  expect(shownOptions(options, 'round-7')).toEqual(shownOptions(options, 'round-7'));
  const first = Array.from({ length: 400 }, (_, at) => shownOptions(options, `round-${at}`)[0]);
  const counts = Map.groupBy(first, (shown) => shown?.text);
  for (const { text } of options) expect(counts.get(text)?.length).toBeGreaterThan(70);
  expect(shownOptions(options, 'x').map(({ letter }) => letter)).toEqual(['A', 'B', 'C', 'D']);
});

test.each(['All of the above', 'Both A and C.', '1, 2 and 3', 'Всё перечисленное', 'А и Б'])(
  'options stay where they are written beside one that says “%s”',
  (text) => {
    const written = [...options, { text }];
    for (let at = 0; at < 20; at += 1) {
      const shown = shownOptions(written, `round-${at}`);
      expect(shown.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4]);
    }
  },
);

test('where one is right a press replaces, where several are it adds', () => {
  expect(changeChoice(one, [0], { index: 1, type: 'take' })).toEqual([1]);
  expect(changeChoice(options, [2], { index: 0, type: 'take' })).toEqual([0, 2]);
  expect(changeChoice(options, [0, 2], { index: 0, type: 'take' })).toEqual([0, 2]);
  expect(changeChoice(options, [0, 2], { index: 2, type: 'drop' })).toEqual([0]);
});

test('nothing is changed by a press that leaves nothing or names no option', () => {
  expect(changeChoice(options, [2], { index: 2, type: 'drop' })).toBeUndefined();
  for (const index of [4, -1, 0.5, NaN]) {
    expect(changeChoice(options, [2], { index, type: 'take' })).toBeUndefined();
  }
});

test('each person counts once, and each option they chose', () => {
  expect(tallyChoices([[0], [0, 2]])).toEqual({
    people: 2,
    votes: new Map([
      [0, 2],
      [2, 1],
    ]),
  });
});

test.each<[picked: readonly number[], judgement: string]>([
  [[0, 1], 'right'],
  [[0], 'partly'],
  [[0, 1, 2], 'partly'],
  [[2, 3], 'wrong'],
  [[], 'wrong'],
])('of two right options, %j is %s', (picked, judgement) => {
  expect(judgeChoice(options, picked)).toBe(judgement);
});
