import { type Block, type Button, lead, type Message, message } from '../../../chat/message.ts';
import { bold, type RichText } from '../../../chat/text.ts';
import type { Language } from '../../../domain/language.ts';
import { inline } from '../../decks/prose.ts';
import { decideButton, type PagePlace, turnButtons } from '../looking-through.ts';
import { suggestionWords } from '../words/index.ts';

/** A key point and the question that it belongs to, in words. */
export interface ContestedPoint {
  readonly question: string;
  readonly label: string;
}

/** A point that people contest: how many, of how many that answered its question. */
export interface CountedPoint extends ContestedPoint {
  readonly people: number;
  readonly answered: number;
}

/** How a member put a point that was not found in their answer. */
export interface WordingFacts extends PagePlace, ContestedPoint {
  readonly id: number;
  readonly text: string;
}

export interface ContestReviewFacts {
  readonly language: Language;
  readonly wording: WordingFacts | undefined;
  readonly often: readonly CountedPoint[];
  /** What has just been done. */
  readonly note?: string;
  /** It took the place of one that was decided on: a second click there must not decide on this one. */
  readonly follows?: boolean;
}

/** The points that people contest most, and the wording to decide on, for those who manage. */
export function contestCard(facts: ContestReviewFacts): Message {
  const { language, wording, note } = facts;
  const words = suggestionWords(language);
  const done: readonly Block[] = note === undefined ? [] : [{ type: 'text', text: [bold(note)] }];
  const shown: readonly Block[] = wording
    ? wordingBlocks(facts, wording)
    : [{ type: 'text', text: [words.wordingsNone] }];
  return message([...done, ...oftenBlocks(language, facts.often), ...shown], 'neutral');
}

export function oftenBlocks(language: Language, often: readonly CountedPoint[]): readonly Block[] {
  if (often.length === 0) return [];
  const words = suggestionWords(language);
  const items = often.map(({ question, label, people, answered }): RichText => [
    bold(words.peopleContest({ people, answered })),
    ...[' ', ...inline(label), ' — ', ...inline(question)],
  ]);
  return [lead(bold(words.oftenContested)), { type: 'list', items }];
}

function wordingBlocks(facts: ContestReviewFacts, wording: WordingFacts): readonly Block[] {
  const words = suggestionWords(facts.language);
  const { place, total, question, label, text } = wording;
  return [
    { type: 'heading', text: words.wordingHeading({ place, total }) },
    { type: 'text', text: inline(question) },
    lead(bold(words.saysPoint)),
    { type: 'text', text: inline(label) },
    { type: 'quote', text: [text] },
    { type: 'buttons', buttons: wordingButtons(facts, wording) },
  ];
}

function wordingButtons(
  { language, follows }: ContestReviewFacts,
  wording: WordingFacts,
): readonly Button[] {
  if (follows) return [decideButton(language, { ...wording, name: 'contests' })];
  const words = suggestionWords(language);
  const args = [String(wording.id)];
  return [
    { label: words.saysIt, action: { name: 'contest-accept', args }, style: 'primary' },
    { label: words.saysItNot, action: { name: 'contest-decline', args } },
    ...turnButtons(language, 'contests', wording),
  ];
}
