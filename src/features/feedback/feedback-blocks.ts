import { cut } from '../../chat/cut.ts';
import { type Block, type Button, lead } from '../../chat/message.ts';
import { bold, italic, type RichText } from '../../chat/text.ts';
import type { Feedback } from '../../domain/feedback/feedback.ts';
import type { PointFeedback, Verdict } from '../../domain/feedback/verdict.ts';
import type { Language } from '../../domain/language.ts';
import { inline } from '../decks/prose.ts';
import type { AnswerName } from './given-answer.ts';
import { feedbackWords } from './words/index.ts';

/** What a member reads of an answer of theirs. */
export interface FeedbackFacts extends Pick<Feedback, 'flags'> {
  readonly language: Language;
  readonly questionId: number;
  /** The language model that read the answer as well; left out where none did. */
  readonly model?: string;
  readonly points: readonly PointFacts[];
  /** The whole reference answer. */
  readonly reference: string;
  /** What was compared. */
  readonly answer: AnswerName;
}

interface PointFacts extends Omit<PointFeedback, 'verdict'> {
  /** `credited`: it was not found, and the author says that it is there. */
  readonly verdict: Verdict | 'credited';
  readonly label: string;
  readonly weight: number;
  /** A language model found it. */
  readonly byModel?: true;
  /** What the reference answer says of it, sentence by sentence. */
  readonly reference: readonly string[];
}

/** A sentence is quoted whole; a text without full stops is one sentence. */
const QUOTE_LENGTH = 300;

/** With one of these flags, an answer's points are not told. */
const UNMATCHED = ['copy', 'other-language'] as const;

/** Whether the answer could be compared with the question's key points. */
export const isCompared = ({ flags }: Pick<FeedbackFacts, 'flags'>): boolean =>
  !UNMATCHED.some((flag) => flags.includes(flag));

/** With one of these flags, an answer's points are told, but not counted. */
const UNCOUNTED = ['short', 'list', 'off-topic'] as const;

/** Which key points an answer covers, point by point, or why that cannot be told. */
export function feedbackBlocks(facts: FeedbackFacts): readonly Block[] {
  const { language, flags, points, model } = facts;
  const words = feedbackWords(language);
  const unmatched = UNMATCHED.find((flag) => flags.includes(flag));
  if (unmatched) return [said(words.flags[unmatched])];
  const found = isAnythingFound(facts)
    ? [...summary(facts), ...points.flatMap((point, at) => pointBlocks(facts, point, at + 1))]
    : [said(words.nothing), ...labels(facts)];
  const also: readonly Block[] = model ? [{ type: 'note', text: [words.alsoRead(model)] }] : [];
  return [...found, { type: 'note', text: [words.automatic] }, ...also, ...saidBlocks(facts)];
}

/** Else the whole reference answer is of more use than its sentences. */
export const isAnythingFound = ({ points }: Pick<FeedbackFacts, 'points'>): boolean =>
  points.some(({ verdict }) => verdict !== 'missing');

const said = (text: string): Block => ({ type: 'text', text: [text] });

function summary(facts: FeedbackFacts): readonly Block[] {
  const fraction = fractionOf(facts);
  if (fraction !== undefined) return [{ type: 'text', text: [bold(fraction)] }];
  const { flags } = feedbackWords(facts.language);
  return UNCOUNTED.filter((flag) => facts.flags.includes(flag)).map((flag) => said(flags[flag]));
}

/** Such as "2 of 3 points"; undefined where there is too little to count. */
export function fractionOf({ language, flags, points }: FeedbackFacts): string | undefined {
  if (UNCOUNTED.some((flag) => flags.includes(flag))) return undefined;
  const isThere = ({ verdict }: PointFacts) => verdict === 'covered' || verdict === 'credited';
  const covered = points.filter(isThere).length;
  return feedbackWords(language).covered({ covered, points: points.length });
}

/** A button for each point that was not found; numbered as the points are where there are several. */
function saidBlocks({ language, points, answer }: FeedbackFacts): readonly Block[] {
  const words = feedbackWords(language);
  const missing = points.flatMap(({ id, verdict }, at) =>
    verdict === 'missing' ? [{ id, number: at + 1 }] : [],
  );
  const buttons = missing.map(({ id, number }): Button => {
    const args = [answer.kind, String(answer.id), id];
    const label = missing.length === 1 ? words.iSaid : words.iSaidPoint(number);
    return { label, action: { name: 'feedback-said', args } };
  });
  return buttons.length > 0 ? [{ type: 'buttons', buttons }] : [];
}

function pointBlocks(
  { language }: FeedbackFacts,
  point: PointFacts,
  number: number,
): readonly Block[] {
  const words = feedbackWords(language);
  const { verdict, label, reason, evidence, byModel } = point;
  const title = byModel ? words.foundByModel : words.verdicts[verdict];
  const head: RichText = [bold(`${number}. ${title}: `), ...inline(label)];
  if (verdict === 'missing') {
    const otherwise = ` — ${words.otherwise}`;
    return [{ type: 'text', text: [...head, otherwise] }, ...referenceBlocks(language, point)];
  }
  if (verdict === 'credited') return [{ type: 'text', text: head }];
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
