import { z } from 'zod';
import { overdoneMarkup } from '../chat/overdone-markup.ts';
import { type Deck, DIFFICULTIES, type Question, type QuestionText } from '../domain/question.ts';
import { DECK_LIMITS } from './limits.ts';

const SLUG = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/**
 * Characters that would show as something else than they are: controls other than tab and line
 * feed, bidirectional marks, a byte-order mark inside a text.
 */
const HIDDEN = /(?![\t\n])[\p{Cc}\p{Bidi_Control}\ufeff]/u;

const tidy = (text: string): string => text.replaceAll('\r\n', '\n').normalize('NFC').trim();

const paragraph = (max: number) =>
  z
    .string()
    .overwrite(tidy)
    .min(1)
    .max(max)
    .refine((text) => text.isWellFormed() && !HIDDEN.test(text), {
      error: 'holds a hidden character (a control, a bidirectional mark or half a surrogate pair)',
      params: { fix: 'type the text anew, or paste it as plain text' },
    })
    .refine((text) => overdoneMarkup(text) === undefined, {
      error: 'holds too much markup: lists or quotes within one another, asterisks, brackets',
      params: { fix: 'write plain paragraphs and lists of one level' },
    });

const line = (max: number) =>
  paragraph(max).refine((text) => !/[\t\n]/.test(text), {
    error: 'has a line break or a tab',
    params: { fix: 'write it on one line' },
  });

const slug = (max: number) => z.string().max(max).regex(SLUG, { error: 'is not a slug' });

const translated = (max: number) =>
  z
    .strictObject({ en: line(max).exactOptional(), ru: line(max).exactOptional() })
    .refine((texts) => Object.keys(texts).length > 0, {
      error: 'has no language',
      params: { fix: 'write it under `en`, `ru` or both' },
    });

const weight = z.number().refine((number) => number > 0 && number <= DECK_LIMITS.weight, {
  error: 'is not a weight',
  params: { fix: `write a number above 0, up to ${DECK_LIMITS.weight}` },
});

const keyPoint = z.strictObject({
  id: slug(DECK_LIMITS.keyPointId),
  weight: weight.exactOptional(),
  label: line(DECK_LIMITS.label),
  phrasings: z.array(line(DECK_LIMITS.phrasing)).max(DECK_LIMITS.phrasings).default([]),
});

const option = z.strictObject({
  text: line(DECK_LIMITS.option),
  right: z.boolean().exactOptional(),
  why: line(DECK_LIMITS.why).exactOptional(),
});

const options = z
  .array(option)
  .min(2)
  .max(DECK_LIMITS.options)
  .refine((all) => all.some(({ right }) => right), {
    error: 'has no right option',
    params: { fix: 'write `right: true` at one or several of them' },
  })
  .refine((all) => !all.every(({ right }) => right), {
    error: 'has no wrong option',
    params: { fix: 'add one that is wrong, or ask an open question' },
  })
  .refine((all) => new Set(all.map(({ text }) => text.toLowerCase())).size === all.length, {
    error: 'holds the same option twice',
    params: { fix: 'change or remove one' },
  });

const questionText: z.ZodType<QuestionText> = z
  .strictObject({
    question: paragraph(DECK_LIMITS.question),
    answer: paragraph(DECK_LIMITS.answer).exactOptional(),
    options: options.exactOptional(),
    formulaNote: paragraph(DECK_LIMITS.formulaNote).exactOptional(),
    keyPoints: z.array(keyPoint).max(DECK_LIMITS.keyPoints).default([]),
    misconception: paragraph(DECK_LIMITS.misconception).exactOptional(),
  })
  .refine(({ answer, keyPoints }) => answer !== undefined || keyPoints.length === 0, {
    path: ['keyPoints'],
    error: 'stands without an `answer`',
    params: {
      fix: 'write the reference answer, or leave the key points out for a question to discuss',
    },
  });

const source = z.strictObject({
  title: line(DECK_LIMITS.sourceTitle),
  url: z.url({ protocol: /^https?$/, error: 'is not a web address' }).max(DECK_LIMITS.url),
});

export const questionSchema: z.ZodType<Question> = z
  .strictObject({
    id: slug(DECK_LIMITS.id),
    topic: slug(DECK_LIMITS.id),
    difficulty: z.enum(DIFFICULTIES),
    classic: z.boolean().exactOptional(),
    formula: paragraph(DECK_LIMITS.formula).exactOptional(),
    formulaText: line(DECK_LIMITS.formulaText).exactOptional(),
    sources: z.array(source).max(DECK_LIMITS.sources).default([]),
    en: questionText.exactOptional(),
    ru: questionText.exactOptional(),
  })
  .refine((question) => question.en !== undefined || question.ru !== undefined, {
    error: 'has no language',
    params: { fix: 'write its texts under `en`, `ru` or both' },
  })
  .refine((question) => question.formula === undefined || question.formulaText !== undefined, {
    path: ['formula'],
    error: 'has no `formulaText` beside it',
    params: {
      fix: 'add `formulaText`: the formula in plain Unicode, for screens without pictures',
    },
  });

/** What `deck.yaml` holds: a deck without its questions. */
export type DeckHead = Omit<Deck, 'questions'>;

const head = {
  name: slug(DECK_LIMITS.id),
  title: translated(DECK_LIMITS.title),
  description: translated(DECK_LIMITS.description).exactOptional(),
  topics: z
    .record(slug(DECK_LIMITS.id), translated(DECK_LIMITS.title))
    .refine((topics) => Object.keys(topics).length <= DECK_LIMITS.topics, {
      error: `holds more than ${DECK_LIMITS.topics} topics`,
      params: { fix: 'merge some' },
    }),
  draft: z.boolean().exactOptional(),
};

export const deckHeadSchema: z.ZodType<DeckHead> = z.strictObject(head);

/** What an import may say of a deck: as much or as little as it knows, beside keys of its own. */
export const partialHeadSchema: z.ZodType<Partial<DeckHead>> = z.object({
  name: head.name.exactOptional(),
  title: head.title.exactOptional(),
  description: head.description,
  topics: head.topics.exactOptional(),
  draft: head.draft,
});
