import { z } from 'zod';
import { overdoneMarkup } from '../chat/overdone-markup.ts';
import { seenText } from '../domain/answer-text.ts';
import { type Deck, DIFFICULTIES, type Question, type QuestionText } from '../domain/question.ts';
import { DECK_LIMITS } from './limits.ts';
import { remedy } from './words/index.ts';

/** What a refinement says where it is broken; `issue.ts` reads it. */
function rule(pick: Parameters<typeof remedy>[0]) {
  const told = remedy(pick);
  return { error: told.problem.en, params: { remedy: told } };
}

const SLUG = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/**
 * Characters that would show as something else than they are: controls other than tab and line
 * feed, bidirectional marks, a byte-order mark inside a text.
 */
const HIDDEN = /(?![\t\n])[\p{Cc}\p{Bidi_Control}\ufeff]/u;

const tidy = (text: string): string => seenText(text.replaceAll('\r\n', '\n').normalize('NFC'));

const paragraph = (max: number) =>
  z
    .string()
    .overwrite(tidy)
    .min(1)
    .max(max)
    .refine(
      (text) => text.isWellFormed() && !HIDDEN.test(text),
      rule(({ hidden }) => hidden),
    )
    .refine(
      (text) => overdoneMarkup(text) === undefined,
      rule(({ muchMarkup }) => muchMarkup),
    );

const line = (max: number) =>
  paragraph(max).refine(
    (text) => !/[\t\n]/.test(text),
    rule(({ severalLines }) => severalLines),
  );

const slug = (max: number) => z.string().max(max).regex(SLUG, { error: 'is not a slug' });

const translated = (max: number) =>
  z.strictObject({ en: line(max).exactOptional(), ru: line(max).exactOptional() }).refine(
    (texts) => Object.keys(texts).length > 0,
    rule(({ noLanguage }) => noLanguage),
  );

const weight = z.number().refine(
  (number) => number > 0 && number <= DECK_LIMITS.weight,
  rule(({ noWeight }) => noWeight),
);

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
  .refine(
    (all) => all.some(({ right }) => right),
    rule(({ noneRight }) => noneRight),
  )
  .refine(
    (all) => all.length < 2 || !all.every(({ right }) => right),
    rule(({ noneWrong }) => noneWrong),
  )
  .refine(
    (all) => new Set(all.map(({ text }) => text.toLowerCase())).size === all.length,
    rule(({ optionTwice }) => optionTwice),
  );

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
    ...rule(({ pointsAlone }) => pointsAlone),
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
  .refine(
    (question) => question.en !== undefined || question.ru !== undefined,
    rule(({ noTexts }) => noTexts),
  )
  .refine((question) => question.formula === undefined || question.formulaText !== undefined, {
    path: ['formula'],
    ...rule(({ noFormulaText }) => noFormulaText),
  });

/** What `deck.yaml` holds: a deck without its questions. */
export type DeckHead = Omit<Deck, 'questions'>;

const head = {
  name: slug(DECK_LIMITS.id),
  title: translated(DECK_LIMITS.title),
  description: translated(DECK_LIMITS.description).exactOptional(),
  topics: z.record(slug(DECK_LIMITS.id), translated(DECK_LIMITS.title)).refine(
    (topics) => Object.keys(topics).length <= DECK_LIMITS.topics,
    rule(({ manyTopics }) => manyTopics),
  ),
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
