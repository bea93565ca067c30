import { type Block, type Button, type Message, message } from '../../chat/message.ts';
import { hasSeveralRight } from '../../domain/choice.ts';
import { optionBlocks, practiceOptions } from '../decks/option-blocks.ts';
import { questionBlocks } from '../decks/question-blocks.ts';
import type { QuestionFacts } from '../decks/question-facts.ts';
import { carriedChoice } from './carried-choice.ts';
import { quizWords } from './words/index.ts';

export interface PracticeFacts extends QuestionFacts {
  readonly questionId: number;
  /** Whose buttons they are, and what those bear ahead of the choice: the question's id first. */
  readonly place: 'quiz' | 'review';
  readonly args: readonly string[];
}

/** The letters to press under a question; none where it has no options. */
export function letterBlocks(
  facts: PracticeFacts,
  picked: readonly number[] = [],
): readonly Block[] {
  const { language, text, questionId } = facts;
  const shown = practiceOptions(text, questionId);
  if (shown.length === 0) return [];
  const words = quizWords(language);
  const several = hasSeveralRight(shown);
  const buttons = shown.map(({ letter, index }): Button => {
    const isPicked = picked.includes(index);
    const label = isPicked ? `✓ ${letter}` : letter;
    if (!several) return { label, action: actionOf(facts, 'check', [index]) };
    const after = isPicked ? picked.filter((one) => one !== index) : [...picked, index];
    return { label, action: actionOf(facts, 'pick', after) };
  });
  return [
    { type: 'note', text: [several ? words.pressSeveral : words.pressOne] },
    { type: 'buttons', buttons },
  ];
}

interface OptionsFacts extends PracticeFacts {
  readonly picked: readonly number[];
  /** What the member is told ahead of the question. */
  readonly told?: string;
}

/** A question with its options, for one member alone, while several of them are being picked. */
export function optionsCard(facts: OptionsFacts): Message {
  const { language, text, questionId, picked, told, place, args } = facts;
  const words = quizWords(language);
  const check = { label: words.check, action: actionOf(facts, 'check', picked) };
  const show = { label: words.show, action: { name: `${place}-show`, args } };
  return message(
    [
      ...(told === undefined ? [] : [{ type: 'note', text: [told] } as const]),
      ...questionBlocks(facts),
      ...optionBlocks(practiceOptions(text, questionId)),
      ...letterBlocks(facts, picked),
      {
        type: 'buttons',
        buttons: picked.length === 0 ? [show] : [{ ...check, style: 'primary' }, show],
      },
    ],
    'question',
  );
}

const actionOf = (
  { place, args, question }: PracticeFacts,
  press: 'pick' | 'check',
  picked: readonly number[],
): Button['action'] => ({
  name: `${place}-${press}`,
  args: [...args, carriedChoice(question, picked)],
});
