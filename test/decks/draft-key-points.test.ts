import { expect, test } from 'vitest';
import { draftKeyPoints, keyPointsYaml } from '../../src/decks/draft-key-points.ts';
import { questionSchema } from '../../src/decks/schema.ts';
import { parseYaml } from '../../src/decks/yaml.ts';
import { LORA, LORA_TEXT } from './support.ts';

test('an answer’s sentences become key points to edit', () => {
  const drafted = draftKeyPoints(LORA).en;
  expect(drafted).toHaveLength(5);
  expect(drafted?.[0]).toEqual({
    id: 'pretrained-weights',
    label: 'LoRA freezes the pretrained weights and trains two small matrices beside them',
    phrasings: ['pretrained weights'],
  });
  const asked = new Set(LORA_TEXT.question.toLowerCase().match(/\w+/g));
  for (const { phrasings } of drafted ?? []) {
    expect(phrasings[0]?.split(' ').filter((word) => asked.has(word))).toEqual([]);
  }
});

test('languages name their points alike, and the draft reads as part of the file', () => {
  const ru = {
    question: 'Как LoRA дёшево дообучает модель?',
    answer: 'Исходные веса заморожены. Рядом обучаются две небольшие матрицы низкого ранга.',
    keyPoints: [],
  };
  const { value } = parseYaml(keyPointsYaml({ ...LORA, ru }));
  const { en: first, ru: second } = value as Record<'en' | 'ru', { keyPoints: { id: string }[] }>;
  expect(second.keyPoints.map(({ id }) => id)).toEqual(
    first.keyPoints.slice(0, 2).map(({ id }) => id),
  );
  const edited = { ...LORA, en: { ...LORA_TEXT, ...first } };
  expect(questionSchema.safeParse(edited).success).toBe(true);
});

test('no phrasing hangs on a negation, and the draft says what to do with it', () => {
  const answer =
    'A null passes no comparison of any kind. Such rows are never counted by it at all.';
  const drafted = draftKeyPoints({ ...LORA, en: { ...LORA_TEXT, question: 'Why?', answer } }).en;
  for (const { phrasings } of drafted ?? []) {
    expect(phrasings).toHaveLength(1);
    expect(phrasings[0]).not.toMatch(/\b(no|never)\b/);
  }
  expect(keyPointsYaml(LORA)).toMatch(
    /^# Drafted from the answer\. Move each list .* in lora\.yaml/,
  );
});
