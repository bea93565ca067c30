import { type Message, message } from '../../chat/message.ts';
import { time } from '../../chat/text.ts';
import type { Language } from '../../domain/language.ts';
import { nudgeWords } from './words/index.ts';

export interface NudgeFacts {
  readonly language: Language;
  readonly roundId: number;
  readonly closesAt: Date;
  /** How many were given so far. */
  readonly answers: number;
}

/** Says in a round's thread that the round closes soon; it speaks of nobody. */
export function nudgeCard({ language, roundId, closesAt, answers }: NudgeFacts): Message {
  const words = nudgeWords(language);
  const closes = words.closesSoon(time(closesAt, 'countdown'));
  const action = { name: 'answer', args: [String(roundId)] };
  return message([
    { type: 'text', text: answers === 0 ? closes : [...closes, ` ${words.answers(answers)}`] },
    { type: 'buttons', buttons: [{ label: words.answer, action, style: 'primary' }] },
  ]);
}
