import { type Button, type Message, message } from '../../chat/message.ts';
import { bold } from '../../chat/text.ts';
import type { Language } from '../../domain/language.ts';
import { inline } from '../decks/prose.ts';
import { type FeedbackFacts, fractionOf } from './feedback-blocks.ts';
import { feedbackWords } from './words/index.ts';

/** How an author put a point that was not found. */
export interface KeptWording {
  readonly id: number;
  readonly text: string;
  /** It counts for everyone in the workspace. */
  readonly accepted: boolean;
}

export interface CreditedFacts {
  /** The answer, with the point credited. */
  readonly facts: FeedbackFacts;
  readonly point: string;
  /** Left out where the point was credited before. */
  readonly wording?: KeptWording;
}

/** A point that is counted because the answer's author says that it is there. */
export function creditedCard({ facts, point, wording }: CreditedFacts): Message {
  const { language, points } = facts;
  const words = feedbackWords(language);
  const label = points.find(({ id }) => id === point)?.label ?? point;
  const fraction = fractionOf(facts);
  const makes = fraction === undefined ? [] : [`\n${words.makes(fraction)}`];
  const head = bold(`${wording ? words.credited : words.creditedBefore} `);
  const counted = { type: 'text', text: [head, ...inline(label), ...makes] } as const;
  if (!wording) return message([counted], 'success');
  const becomes = wording.accepted ? words.accepted : words.mayBeAccepted;
  return message(
    [
      counted,
      { type: 'quote', text: [wording.text] },
      { type: 'note', text: [becomes] },
      { type: 'buttons', buttons: [takeBackButton(language, wording.id)] },
    ],
    'success',
  );
}

/** Takes back a wording of one's own; `number` tells it from others on the card. */
export function takeBackButton(language: Language, id: number, number?: number): Button {
  const words = feedbackWords(language);
  const label = number === undefined ? words.takeBack : words.takeBackOne(number);
  return { label, action: { name: 'feedback-take-back', args: [String(id)] } };
}
