import { type Block, type Message, message } from '../../chat/message.ts';
import { hasSeveralRight, type ShownOption } from '../../domain/choice.ts';
import type { Language } from '../../domain/language.ts';
import { optionBlocks } from '../decks/option-blocks.ts';
import { choicesWords } from './words/index.ts';

export interface ChoiceFacts {
  readonly language: Language;
  readonly roundId: number;
  readonly shown: readonly ShownOption[];
  readonly picked: readonly number[];
  /** The member's streak with this round. */
  readonly streak: number;
}

/** What a member has chosen in a round, for them alone. */
export function choiceCard(facts: ChoiceFacts): Message {
  const { language, shown, picked, streak } = facts;
  const words = choicesWords(language);
  const chosen = shown.filter(({ index }) => picked.includes(index));
  const several = hasSeveralRight(shown);
  return message(
    [
      { type: 'text', text: [words.saved(chosen.length)] },
      ...optionBlocks(chosen),
      { type: 'note', text: [several ? words.changeSeveral : words.changeOne] },
      { type: 'note', text: [words.streak(streak)] },
      ...(several && chosen.length > 1 ? [dropButtons(facts, chosen)] : []),
    ],
    'success',
  );
}

function dropButtons({ language, roundId }: ChoiceFacts, chosen: readonly ShownOption[]): Block {
  const buttons = chosen.map(({ letter, index }) => ({
    label: choicesWords(language).drop(letter),
    action: { name: 'choose', args: [String(roundId), String(index), 'drop'] },
  }));
  return { type: 'buttons', buttons };
}
