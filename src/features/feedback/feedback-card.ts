import { type Block, type Button, lead, type Message, message } from '../../chat/message.ts';
import { bold } from '../../chat/text.ts';
import type { Day } from '../../domain/day.ts';
import type { Language } from '../../domain/language.ts';
import { prose } from '../decks/prose.ts';
import { ratingRow } from '../memory/rating-row.ts';
import {
  feedbackBlocks,
  type FeedbackFacts,
  isAnythingFound,
  isCompared,
} from './feedback-blocks.ts';
import { likelierRating } from './likelier-rating.ts';
import { feedbackWords } from './words/index.ts';

interface OfRound {
  readonly language: Language;
  readonly roundId: number;
}

/** Under a reveal: what the reader's own answer covers. */
export function feedbackButton({ language, roundId }: OfRound): Button {
  const label = feedbackWords(language).howDidIDo;
  return { label, action: { name: 'feedback', args: [String(roundId)] } };
}

export interface FeedbackCardFacts extends FeedbackFacts {
  readonly roundId: number;
  /** The member's day, on which they see it. */
  readonly shownOn: Day;
}

/** What a member's answer to a round covers, for that member alone, and how they say it went. */
export function feedbackCard(facts: FeedbackCardFacts): Message {
  const { language } = facts;
  return message([
    { type: 'heading', text: feedbackWords(language).heading },
    ...feedbackBlocks(facts),
    ...(isAnythingFound(facts) ? [] : referenceAnswer(facts)),
    { type: 'note', text: [feedbackWords(language).rate] },
    ratingRow({ ...facts, likelier: likelierRating(facts) }),
    ...(isCompared(facts) ? [] : [tryButton(facts, {})]),
  ]);
}

function referenceAnswer({ language, reference }: FeedbackFacts): readonly Block[] {
  return [lead(bold(feedbackWords(language).answers)), ...prose(reference)];
}

/** For whoever did not answer the round. */
export function notAnsweredCard(facts: OfRound): Message {
  const words = feedbackWords(facts.language);
  return message([
    { type: 'text', text: [`${words.notAnswered} ${words.tryWith}`] },
    tryButton(facts, { style: 'primary' }),
  ]);
}

function tryButton({ language, roundId }: OfRound, style: Pick<Button, 'style'>): Block {
  const label = feedbackWords(language).tryNow;
  const action = { name: 'feedback-try', args: [String(roundId)] };
  return { type: 'buttons', buttons: [{ label, action, ...style }] };
}
