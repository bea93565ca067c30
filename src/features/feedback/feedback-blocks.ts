import { cut } from '../../chat/cut.ts';
import { type Block, lead } from '../../chat/message.ts';
import { bold, italic, type RichText } from '../../chat/text.ts';
import type { Feedback } from '../../domain/feedback/feedback.ts';
import type { PointFeedback } from '../../domain/feedback/verdict.ts';
import type { Language } from '../../domain/language.ts';
import { inline } from '../decks/prose.ts';
import { feedbackWords } from './words/index.ts';

/** What a member reads of an answer of theirs. */
export interface FeedbackFacts extends Pick<Feedback, 'flags'> {
  readonly language: Language;
  readonly points: readonly PointFacts[];
  /** The whole reference answer. */
  readonly answer: string;
}

interface PointFacts extends Omit<PointFeedback, 'score'> {
  readonly label: string;
  /** What the reference answer says of it, sentence by sentence. */
  readonly reference: readonly string[];
}

/** A sentence is quoted whole; a text without full stops is one sentence. */
const QUOTE_LENGTH = 300;

/** Of an answer with one of these no points are told. */
const UNMATCHED = ['copy', 'other-language'] as const;

/** With one of these points are told, but not counted. */
const UNCOUNTED = ['short', 'list', 'off-topic'] as const;

/** Which key points an answer covers, point by point, or why that cannot be told. */
export function feedbackBlocks(facts: FeedbackFacts): readonly Block[] {
  const { language, flags, points } = facts;
  const words = feedbackWords(language);
  const unmatched = UNMATCHED.find((flag) => flags.includes(flag));
  if (unmatched) return [said(words.flags[unmatched])];
  const found = isAnythingFound(facts)
    ? [...summary(facts), ...points.flatMap((point, at) => pointBlocks(facts, point, at + 1))]
    : [said(words.nothing), ...labels(facts)];
  return [...found, { type: 'note', text: [words.automatic] }];
}

/** Else the whole reference answer is of more use than its sentences. */
export const isAnythingFound = ({ points }: Pick<FeedbackFacts, 'points'>): boolean =>
  points.some(({ verdict }) => verdict !== 'missing');

const said = (text: string): Block => ({ type: 'text', text: [text] });

function summary({ language, flags, points }: FeedbackFacts): readonly Block[] {
  const words = feedbackWords(language);
  const uncounted = UNCOUNTED.filter((flag) => flags.includes(flag));
  if (uncounted.length > 0) return uncounted.map((flag) => said(words.flags[flag]));
  const covered = points.filter(({ verdict }) => verdict === 'covered').length;
  return [{ type: 'text', text: [bold(words.covered({ covered, points: points.length }))] }];
}

function pointBlocks(
  { language }: FeedbackFacts,
  point: PointFacts,
  number: number,
): readonly Block[] {
  const words = feedbackWords(language);
  const { verdict, label, reason, evidence } = point;
  const head: RichText = [bold(`${number}. ${words.verdicts[verdict]}: `), ...inline(label)];
  if (verdict === 'missing') {
    const otherwise = ` — ${words.otherwise}`;
    return [{ type: 'text', text: [...head, otherwise] }, ...referenceBlocks(language, point)];
  }
  const because = reason === 'negation' || reason === 'quantifier' ? [words.reasons[reason]] : [];
  return [
    { type: 'text', text: [...head, ...because.flatMap((said) => ['\n', said])], leads: true },
    { type: 'quote', text: [cut(evidence, QUOTE_LENGTH)] },
    ...(verdict === 'partly' ? referenceBlocks(language, point) : []),
  ];
}

/** What the reference answer says of a point, where one of its sentences does. */
function referenceBlocks(language: Language, { reference }: PointFacts): readonly Block[] {
  if (reference.length === 0) return [];
  const sentences = reference.flatMap((sentence) => [' ', ...inline(sentence)]);
  return [{ type: 'text', text: [italic(feedbackWords(language).reference), ...sentences] }];
}

/** The key points as they stand, where none of them was found. */
function labels({ language, points }: FeedbackFacts): readonly Block[] {
  const items = points.map(({ label }) => inline(label));
  return [lead(bold(feedbackWords(language).keyPoints)), { type: 'list', items, ordered: true }];
}
