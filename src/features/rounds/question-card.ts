import { type Block, type Button, type Message, message } from '../../chat/message.ts';
import { bold, time } from '../../chat/text.ts';
import { hasSeveralRight, type ShownOption, shownOptions } from '../../domain/choice.ts';
import { optionBlocks } from '../decks/option-blocks.ts';
import { placeFields, questionBlocks } from '../decks/question-blocks.ts';
import type { RoundFacts } from './round-facts.ts';
import { roundWords } from './words/index.ts';

/** A round's question while it is open. */
export function questionCard(facts: RoundFacts): Message {
  const words = roundWords(facts.language);
  const shown = roundOptions(facts);
  return message(
    [
      { type: 'heading', text: words.heading(facts.number) },
      ...questionBlocks(facts),
      ...optionBlocks(shown),
      {
        type: 'fields',
        fields: [
          ...placeFields(facts),
          { name: words.deadline, value: [time(facts.closesAt, 'countdown')] },
        ],
      },
      ...choiceBlocks(facts, shown),
      facts.threadAnswers
        ? { type: 'note', text: [words.howTo], uncounted: [words.howToButtonOnly] }
        : { type: 'note', text: [words.howToButtonOnly] },
      { type: 'buttons', buttons: roundButtons(facts, true) },
    ],
    'question',
  );
}

/** The same question after its deadline. */
export function closedQuestionCard(facts: RoundFacts, answers: number): Message {
  const words = roundWords(facts.language);
  return message(
    [
      { type: 'heading', text: words.heading(facts.number) },
      ...questionBlocks(facts),
      ...optionBlocks(roundOptions(facts)),
      { type: 'fields', fields: placeFields(facts) },
      { type: 'text', text: [bold(words.closed(answers))] },
      { type: 'buttons', buttons: roundButtons(facts, false) },
    ],
    'neutral',
  );
}

/** The options of a round's question in the round's own order. */
export const roundOptions = ({ text, roundId }: RoundFacts): readonly ShownOption[] =>
  shownOptions(text.options ?? [], `round-${roundId}`);

/** A button for each option; what a press chose is told to its author alone. */
function choiceBlocks(
  { language, roundId, text: { options = [] } }: RoundFacts,
  shown: readonly ShownOption[],
): readonly Block[] {
  if (shown.length === 0) return [];
  const words = roundWords(language);
  const buttons = shown.map(({ letter, index }) => ({
    label: letter,
    action: { name: 'choose', args: [String(roundId), String(index), 'take'] },
  }));
  return [
    { type: 'note', text: [hasSeveralRight(options) ? words.chooseSeveral : words.chooseOne] },
    { type: 'buttons', buttons },
  ];
}

function roundButtons(facts: RoundFacts, open: boolean): readonly Button[] {
  const words = roundWords(facts.language);
  const args = [String(facts.roundId)];
  const answer: Button = {
    label: words.answer,
    action: { name: 'answer', args },
    style: 'primary',
    disabled: !open,
  };
  return [
    ...(open ? [answer] : []),
    myStreakButton(facts),
    { label: words.report, action: { name: 'report', args } },
  ];
}

/** The reader's own streak in the round's track. */
export function myStreakButton({ language, roundId }: RoundFacts): Button {
  const label = roundWords(language).myStreak;
  return { label, action: { name: 'my-streak', args: [String(roundId)] } };
}
