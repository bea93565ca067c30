import { isolated } from '../../chat/displayable.ts';
import { type Block, lead, type Message, message } from '../../chat/message.ts';
import { bold, italic, link } from '../../chat/text.ts';
import type { Language } from '../../domain/language.ts';
import { wordsIn } from '../../i18n/words.ts';
import type { QuestionFacts, RoundFacts } from '../decks/facts.ts';
import { inline, prose } from '../decks/prose.ts';
import { formulaBlocks } from '../rounds/question-card.ts';

export interface RevealFacts extends RoundFacts {
  /** Answers sent by form, in the order they came; those in the thread stand there already. */
  readonly answers: readonly RevealedAnswer[];
  /** How many members answered in time, in whatever way. */
  readonly participants: number;
  /** Who has a streak of two rounds or more now, longest first. */
  readonly streaks: readonly { readonly name: string; readonly rounds: number }[];
  /** Nobody who missed the round loses a streak: an outage kept them from it. */
  readonly excused?: boolean;
  /** Something that stood here was deleted at its author's request. */
  readonly redacted?: boolean;
}

export interface RevealedAnswer {
  /** Left out: the author chose to stay anonymous. */
  readonly name?: string;
  readonly text: string;
}

const STREAKS_SHOWN = 10;

/** What is posted to a round's thread at its deadline. */
export function revealCard(facts: RevealFacts): Message {
  const words = wordsIn(facts.language).round;
  return message(
    [
      { type: 'heading', text: words.revealHeading(facts.number) },
      ...explanationBlocks(facts),
      ...(facts.redacted ? [redactedNote(facts.language)] : []),
      ...answers(facts),
      ...(facts.excused ? [excusedNote(facts.language)] : []),
      ...streaks(facts),
      {
        type: 'buttons',
        buttons: [
          { label: words.myStreak, action: { name: 'my-streak', args: [String(facts.roundId)] } },
        ],
      },
    ],
    'reveal',
  );
}

/** What is left of a reveal's page once all that was on it is told on earlier ones. */
export function redactedPage(language: Language): Message {
  return message([redactedNote(language)], 'reveal');
}

function excusedNote(language: Language): Block {
  return { type: 'note', text: [wordsIn(language).round.excused] };
}

function redactedNote(language: Language): Block {
  return { type: 'note', text: [wordsIn(language).privacy.inReveal] };
}

/** The reference answer and all that explains it, as a quiz shows it too. */
export function explanationBlocks(facts: QuestionFacts): readonly Block[] {
  return [
    ...prose(facts.text.answer),
    ...formulaBlocks(facts),
    ...keyPoints(facts),
    ...misconception(facts),
    ...sources(facts),
  ];
}

function keyPoints({ language, text }: QuestionFacts): readonly Block[] {
  if (text.keyPoints.length === 0) return [];
  return [
    lead(bold(wordsIn(language).round.keyPoints)),
    { type: 'list', items: text.keyPoints.map((point) => inline(point.label)) },
  ];
}

function misconception({ language, text }: QuestionFacts): readonly Block[] {
  if (!text.misconception) return [];
  return [lead(bold(wordsIn(language).round.misconception)), ...prose(text.misconception)];
}

function sources({ language, question }: QuestionFacts): readonly Block[] {
  if (question.sources.length === 0) return [];
  const items = question.sources.map((source) => [link(source.title, source.url)]);
  return [lead(bold(wordsIn(language).round.sources)), { type: 'list', items }];
}

function answers(facts: RevealFacts): readonly Block[] {
  const words = wordsIn(facts.language).round;
  if (facts.participants === 0) {
    return facts.redacted ? [] : [{ type: 'text', text: [words.noAnswers] }];
  }
  const total: Block = { type: 'text', text: [words.participants(facts.participants)] };
  if (facts.answers.length === 0) return [total];
  return [
    total,
    lead(bold(words.answers)),
    ...facts.answers.flatMap((answer): readonly Block[] => [
      lead(answer.name ? bold(answer.name) : italic(words.anonymous)),
      { type: 'quote', text: [answer.text] },
    ]),
  ];
}

function streaks(facts: RevealFacts): readonly Block[] {
  const words = wordsIn(facts.language).round;
  if (facts.streaks.length === 0) return [];
  const shown = facts.streaks.slice(0, STREAKS_SHOWN);
  const more = facts.streaks.length - shown.length;
  const items = shown.map((row) => [words.streakRow(isolated(row.name), row.rounds)]);
  return [
    lead(bold(words.streaks)),
    { type: 'list', items: more > 0 ? [...items, [words.moreStreaks(more)]] : items },
  ];
}
