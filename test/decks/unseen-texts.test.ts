import { expect, test } from 'vitest';
import { questionSchema } from '../../src/decks/schema.ts';
import { fileWith, importFile, LORA, LORA_TEXT } from './support.ts';

/** Signs without any width, a soft hyphen among them, around a blank: a reader sees nothing. */
const UNSEEN = '\u200b\u00ad \u2060\u3164';

async function importOf(name: string, content: string) {
  const { taken, leftOut, skipped, deck } = await importFile(await fileWith(name, content));
  return { taken, leftOut, skipped, questions: deck?.questions ?? [] };
}

const json = (value: unknown): string => JSON.stringify(value);

const BPE = { question: 'What is BPE?', answer: 'An encoding.' };
const UNANSWERED = { question: 'What is LoRA?', answer: UNSEEN };

test.each<[name: string, content: string, where: string]>([
  ['answer.csv', `question,answer\nWhat is BPE?,An encoding.\nWhat is LoRA?,${UNSEEN}\n`, 'line 3'],
  ['question.csv', `question,answer\nWhat is BPE?,An encoding.\n${UNSEEN},It adapts.\n`, 'line 3'],
  ['html.csv', `question,answer\nWhat is BPE?,An encoding.\nWhat is LoRA?,&#8203;\n`, 'line 3'],
  ['bare.csv', `What is BPE?,An encoding.\nWhat is LoRA?,${UNSEEN}\n`, 'line 2'],
  ['notes.txt', `What is BPE?\tAn encoding.\nWhat is LoRA?\t${UNSEEN}\n`, 'line 2'],
  ['answer.json', json([BPE, UNANSWERED]), 'question 2'],
  [
    'own.json',
    json({ questions: [LORA, { ...LORA, id: 'b', en: { ...LORA_TEXT, answer: UNSEEN } }] }),
    'question 2 (b)',
  ],
  ['list.md', `## What is BPE?\n\nAn encoding.\n\n## What is LoRA?\n\n${UNSEEN}\n`, 'line 5'],
])('%s: a text that shows nothing is none', async (name, content, where) => {
  expect(await importOf(name, content)).toMatchObject({
    ...{ taken: 1, leftOut: 1 },
    skipped: [{ where, why: expect.stringMatching(/is empty|no text|no answer/) as string }],
  });
});

test('an option that shows nothing is none, and a row of nothing else is no row', async () => {
  const table = `question,a,b,c,answer\nWhich?,x,y,${UNSEEN},b\n${UNSEEN},,,,\n`;
  const { skipped, questions } = await importOf('choice.csv', table);
  expect(skipped).toEqual([]);
  expect(questions.map(({ en }) => en?.options)).toEqual([
    [{ text: 'x' }, { text: 'y', right: true }],
  ]);
  const listed = await importOf(
    'choice.json',
    json([{ question: 'Which?', options: ['x', UNSEEN], answer: 'x' }]),
  );
  expect(listed).toMatchObject({ taken: 0, skipped: [{ where: 'question 1' }] });
});

test.each<[part: readonly PropertyKey[], text: object]>([
  [['question'], { question: UNSEEN }],
  [['answer'], { answer: UNSEEN }],
  [['misconception'], { misconception: UNSEEN }],
  [['keyPoints', 0, 'label'], { keyPoints: [{ id: 'a', label: UNSEEN }] }],
  [['keyPoints', 0, 'phrasings', 0], { keyPoints: [{ id: 'a', label: 'x', phrasings: [UNSEEN] }] }],
  [['options', 0, 'text'], { options: [{ text: UNSEEN, right: true }, { text: 'x' }] }],
  [
    ['options', 1, 'why'],
    {
      options: [
        { text: 'x', right: true },
        { text: 'y', why: UNSEEN },
      ],
    },
  ],
])('in a deck such a text is empty: %j', (part, text) => {
  const { error } = questionSchema.safeParse({ ...LORA, en: { ...LORA_TEXT, ...text } });
  expect(error?.issues).toMatchObject([{ code: 'too_small', path: ['en', ...part] }]);
});

test('signs of no width stay where they stand among others', async () => {
  const family = '👩\u200d👩\u200d👧';
  const { questions } = await importOf('emoji.csv', `question,answer\nWho?,${family} \u200bthey\n`);
  expect(questions[0]?.en?.answer).toBe(`${family} \u200bthey`);
});
