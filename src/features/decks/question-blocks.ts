import { type Block, type Field, lead, type WordsBlock } from '../../chat/message.ts';
import { bold, link } from '../../chat/text.ts';
import type { QuestionText } from '../../domain/question.ts';
import { inline, prose } from './prose.ts';
import type { ExplanationFacts, QuestionFacts } from './question-facts.ts';
import { deckWords } from './words/index.ts';

/** The question's words, as every card shows them. */
export function questionBlocks({ text }: { readonly text: QuestionText }): readonly WordsBlock[] {
  return prose(text.question).map(strong);
}

function strong(block: WordsBlock): WordsBlock {
  const only = block.type === 'text' && block.text.length === 1 ? block.text[0] : undefined;
  return typeof only === 'string' ? { type: 'text', text: [bold(only)] } : block;
}

/** Topic and difficulty. */
export function placeFields(facts: QuestionFacts): readonly Field[] {
  const words = deckWords(facts.language);
  return [
    { name: words.topic, value: [facts.topic] },
    { name: words.difficulty, value: [words.difficulties[facts.question.difficulty]] },
  ];
}

/** The reference answer and all that explains it. */
export function explanationBlocks(facts: ExplanationFacts): readonly Block[] {
  return [
    ...referenceAnswer(facts),
    ...formulaBlocks(facts),
    ...keyPoints(facts),
    ...misconception(facts),
    ...sources(facts),
  ];
}

function referenceAnswer({ language, text }: QuestionFacts): readonly Block[] {
  if (text.answer !== undefined) return prose(text.answer);
  if (text.options) return [];
  return [{ type: 'note', text: [deckWords(language).toDiscuss] }];
}

/** The formula with what its letters mean: drawn where it can be, in plain text otherwise. */
function formulaBlocks({ question, text, formula }: ExplanationFacts): readonly Block[] {
  if (!question.formula) return [];
  const alt = question.formulaText ?? question.formula;
  const shown: Block = formula
    ? { type: 'picture', png: formula, name: 'formula.png', alt }
    : { type: 'code', text: alt };
  const note: readonly Block[] = text.formulaNote
    ? [{ type: 'note', text: [text.formulaNote] }]
    : [];
  return [shown, ...note];
}

function keyPoints({ language, text }: QuestionFacts): readonly Block[] {
  if (text.keyPoints.length === 0) return [];
  return [
    lead(bold(deckWords(language).keyPoints)),
    { type: 'list', items: text.keyPoints.map((point) => inline(point.label)) },
  ];
}

function misconception({ language, text }: QuestionFacts): readonly Block[] {
  if (!text.misconception) return [];
  return [lead(bold(deckWords(language).misconception)), ...prose(text.misconception)];
}

function sources({ language, question }: QuestionFacts): readonly Block[] {
  if (question.sources.length === 0) return [];
  const items = question.sources.map((source) => [link(source.title, source.url)]);
  return [lead(bold(deckWords(language).sources)), { type: 'list', items }];
}
