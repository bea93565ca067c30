import { type Block, type Button, type Message, message } from '../../chat/message.ts';
import { bold, time } from '../../chat/text.ts';
import { wordsIn } from '../../i18n/words.ts';
import type { QuestionFacts, RoundFacts } from '../decks/facts.ts';
import { prose } from '../decks/prose.ts';

/** A round's question while it is open. */
export function questionCard(facts: RoundFacts): Message {
  const words = wordsIn(facts.language).round;
  return message(
    [
      { type: 'heading', text: words.heading(facts.number) },
      ...questionBlocks(facts),
      {
        type: 'fields',
        fields: [
          ...placeFields(facts),
          { name: words.deadline, value: [time(facts.closesAt, 'countdown')] },
        ],
      },
      { type: 'note', text: [facts.threadAnswers ? words.howTo : words.howToButtonOnly] },
      { type: 'buttons', buttons: roundButtons(facts, true) },
    ],
    'question',
  );
}

/** The same question after its deadline. */
export function closedQuestionCard(facts: RoundFacts, answers: number): Message {
  const words = wordsIn(facts.language).round;
  return message(
    [
      { type: 'heading', text: words.heading(facts.number) },
      ...questionBlocks(facts),
      { type: 'fields', fields: placeFields(facts) },
      { type: 'text', text: [bold(words.closed(answers))] },
      { type: 'buttons', buttons: roundButtons(facts, false) },
    ],
    'neutral',
  );
}

/** The question's words, as every card shows them. */
export function questionBlocks(facts: QuestionFacts): readonly Block[] {
  return prose(facts.text.question).map(strong);
}

/** The formula with what its letters mean: drawn where it can be, in plain text otherwise. */
export function formulaBlocks({ question, text, formula }: QuestionFacts): readonly Block[] {
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

/** Topic and difficulty. */
export function placeFields(facts: QuestionFacts) {
  const words = wordsIn(facts.language).round;
  return [
    { name: words.topic, value: [facts.topic] },
    { name: words.difficulty, value: [words.difficulties[facts.question.difficulty]] },
  ];
}

function roundButtons(facts: RoundFacts, open: boolean): readonly Button[] {
  const words = wordsIn(facts.language).round;
  const args = [String(facts.roundId)];
  const answer: Button = {
    label: words.answer,
    action: { name: 'answer', args },
    style: 'primary',
    disabled: !open,
  };
  return [
    ...(open ? [answer] : []),
    { label: words.myStreak, action: { name: 'my-streak', args } },
    { label: words.report, action: { name: 'report', args } },
  ];
}

function strong(block: Block): Block {
  const only = block.type === 'text' && block.text.length === 1 ? block.text[0] : undefined;
  return typeof only === 'string' ? { type: 'text', text: [bold(only)] } : block;
}
