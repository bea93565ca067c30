import { expect, it } from 'vitest';
import { partName } from '../../src/decks/part-name.ts';

it.each([
  [['en', 'answer'], 'the answer in English', 'ответ'],
  [['en', 'options', 1], 'option 2 in English', 'вариант 2'],
  // A text that is too long as a whole, though each of its passages could be shown.
  [['ru'], 'the question in Russian', 'вопрос'],
  [['en', 'keyPoints', 0, 'label'], '`en.keyPoints[1].label`', '`en.keyPoints[1].label`'],
])('calls %j by the name that people know', (path, english, russian) => {
  const name = partName(path, ['en', 'ru']);
  expect(name.en).toBe(english);
  expect(name.ru).toContain(russian);
});
