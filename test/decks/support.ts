import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { CardCheck } from '../../src/decks/checks/cards.ts';
import type { FormulaCheck } from '../../src/decks/checks/formula.ts';
import type { Skipped } from '../../src/decks/formats/reading.ts';
import { importDeck, type ImportOptions, type ImportReport } from '../../src/decks/import-deck.ts';
import type { Deck, Question, QuestionText } from '../../src/domain/question.ts';

/** A folder of the test's own, with files by their paths in it; removed when the test is over. */
export async function folderWith(
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'whetstone-decks-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

export async function fileWith(name: string, content: string | Uint8Array): Promise<string> {
  return join(await folderWith({ [name]: content }), name);
}

export type AnsweredText = QuestionText & { readonly answer: string };

/** A text that no check finds anything wrong with. */
export const LORA_TEXT: AnsweredText = {
  question: 'How does LoRA adapt a large model cheaply?',
  answer:
    'LoRA freezes the pretrained weights and trains two small matrices beside them. Their product is ' +
    'a low-rank update that is added to the frozen weight. For a layer of 4096 by 4096 and a rank of ' +
    '8 that is 65,536 trained numbers instead of 16.8 million, under half a percent. Memory for ' +
    'gradients and optimizer states shrinks likewise. After training the update can be merged into the ' +
    'weight, so inference costs nothing extra.',
  keyPoints: [
    {
      id: 'frozen-weights',
      label: 'Pretrained weights stay frozen',
      phrasings: ['base model stays as it is', 'original weights are fixed', 'frozen base'],
    },
    {
      id: 'low-rank',
      label: 'Two small matrices form a low-rank update',
      phrasings: ['product of two matrices', 'trained numbers are few', 'low rank'],
    },
    {
      id: 'cheap',
      label: 'Less memory for gradients, no extra inference cost',
      phrasings: ['optimizer states shrink', 'merged into the weight', 'memory saved'],
    },
  ],
  misconception:
    'LoRA does not shrink the model that is served: the base stays as large as it was.',
};

export const LORA: Question = {
  id: 'lora',
  topic: 'fine-tuning',
  difficulty: 'medium',
  sources: [{ title: 'LoRA (2021)', url: 'https://arxiv.org/abs/2106.09685' }],
  en: LORA_TEXT,
};

/** A deck in English with these questions, or with one that is well made. */
export const deckWith = (questions: readonly Question[] = [LORA]): Deck => ({
  name: 'test-deck',
  title: { en: 'Test deck' },
  topics: { 'fine-tuning': { en: 'Fine-tuning' } },
  questions,
});

/** Accepts any formula, where a test is not about formulas. */
export const anyFormula: FormulaCheck = () => Promise.resolve({ ok: true });

/** Accepts any text, where a test is not about how it is shown. */
export const anyCards: CardCheck = () => [];

/** The same as an import is given both. */
export const anyChecks: ImportOptions['checks'] = () =>
  Promise.resolve({ formula: anyFormula, cards: anyCards });

/** What an import reports, as it reads in English. */
interface ReportInEnglish extends Omit<ImportReport, 'skipped' | 'warnings'> {
  readonly skipped: readonly SkippedInEnglish[];
  readonly warnings: readonly SkippedInEnglish[];
}

interface SkippedInEnglish {
  readonly where: string;
  readonly why: string;
  readonly count?: number;
}

const inEnglish = ({ where, why, ...rest }: Skipped): SkippedInEnglish => ({
  ...{ where: where.en, why: why.en },
  ...rest,
});

/** Takes a file in where it is not about formulas. */
export async function importFile(
  path: string,
  options: Partial<ImportOptions> = {},
): Promise<ReportInEnglish> {
  const report = await importDeck(path, { checks: anyChecks, ...options });
  const { skipped, warnings } = report;
  return { ...report, skipped: skipped.map(inEnglish), warnings: warnings.map(inEnglish) };
}
