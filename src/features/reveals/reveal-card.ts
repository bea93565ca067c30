import { isolated } from '../../chat/displayable.ts';
import { type Block, lead, type Message, message } from '../../chat/message.ts';
import { bold, italic } from '../../chat/text.ts';
import type { Tally } from '../../domain/choice.ts';
import type { Language } from '../../domain/language.ts';
import { isToDiscuss } from '../../domain/question.ts';
import { verdictBlocks } from '../decks/option-blocks.ts';
import { explanationBlocks, questionBlocks } from '../decks/question-blocks.ts';
import type { ExplanationFacts } from '../decks/question-facts.ts';
import { feedbackButton } from '../feedback/feedback-card.ts';
import { myStreakButton, roundOptions } from '../rounds/question-card.ts';
import type { RoundFacts } from '../rounds/round-facts.ts';
import { trackWords } from '../tracks/words/index.ts';
import { revealWords } from './words/index.ts';

export interface RevealFacts extends RoundFacts, ExplanationFacts {
  /** Answers sent by form, in the order they came; those in the thread stand there already. */
  readonly answers: readonly RevealedAnswer[];
  /** How the choices fell, where there was something to choose. */
  readonly tally?: Tally;
  /** How many members answered in time, in whatever way. */
  readonly participants: number;
  /** Who has a streak of two rounds or more now, longest first. */
  readonly streaks: readonly { readonly name: string; readonly rounds: number }[];
  /** Nobody who missed the round loses a streak: an outage kept them from it. */
  readonly excused?: boolean;
  /** Something that stood here was deleted at its author's request. */
  readonly redacted?: boolean;
}

interface RevealedAnswer {
  /** Left out: the author chose to stay anonymous. */
  readonly name?: string;
  readonly text: string;
}

const STREAKS_SHOWN = 10;

/** What is posted to a round's thread at its deadline. */
export function revealCard(facts: RevealFacts): Message {
  return message(
    [
      ...opening(facts),
      ...(facts.redacted ? [redactedNote(facts.language)] : []),
      ...answers(facts),
      ...(facts.excused ? [excusedNote(facts.language)] : []),
      ...streaks(facts),
      buttons(facts),
    ],
    'reveal',
  );
}

interface WithheldFacts extends RoundFacts, ExplanationFacts {
  readonly tally?: Tally;
  readonly participants: number;
  readonly excused?: boolean;
  /** What the platform said when it refused the whole. */
  readonly refusal?: string | undefined;
}

/** A reveal with nothing in it that members wrote, their names included. */
export function withheldCard(facts: WithheldFacts): Message {
  const { language, refusal } = facts;
  const words = revealWords(language);
  const said = refusal === undefined ? '' : ` ${trackWords(language).refusal(refusal)}`;
  return message(
    [
      ...opening(facts),
      { type: 'text', text: [words.participants(facts.participants)] },
      { type: 'note', text: [`${words.withheld}${said}`] },
      ...(facts.excused ? [excusedNote(language)] : []),
      buttons(facts),
    ],
    'reveal',
  );
}

/** How a reveal begins; a question to discuss is repeated, since whoever reads the answers wants to see what was asked. */
function opening(
  facts: RoundFacts & ExplanationFacts & { readonly tally?: Tally },
): readonly Block[] {
  const words = revealWords(facts.language);
  const { number } = facts;
  return isToDiscuss(facts.question)
    ? [
        { type: 'heading', text: words.discussion(number) },
        ...questionBlocks(facts),
        ...explanationBlocks(facts),
      ]
    : [
        { type: 'heading', text: words.heading(number) },
        ...verdictBlocks(facts, roundOptions(facts), facts.tally),
        ...explanationBlocks(facts),
      ];
}

/** An answer to a question without key points has nothing to be compared with. */
function buttons(facts: RoundFacts): Block {
  const feedback = facts.text.keyPoints.length > 0 ? [feedbackButton(facts)] : [];
  return { type: 'buttons', buttons: [...feedback, myStreakButton(facts)] };
}

/** What is left of a reveal's page once all that was on it is told on earlier ones. */
export function redactedPage(language: Language): Message {
  return message([redactedNote(language)], 'reveal');
}

function excusedNote(language: Language): Block {
  return { type: 'note', text: [revealWords(language).excused] };
}

function redactedNote(language: Language): Block {
  return { type: 'note', text: [revealWords(language).redacted] };
}

function answers(facts: RevealFacts): readonly Block[] {
  const words = revealWords(facts.language);
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
  const words = revealWords(facts.language);
  if (facts.streaks.length === 0) return [];
  const shown = facts.streaks.slice(0, STREAKS_SHOWN);
  const more = facts.streaks.length - shown.length;
  const items = shown.map((row) => [words.streakRow({ ...row, name: isolated(row.name) })]);
  return [
    lead(bold(words.streaks)),
    { type: 'list', items: more > 0 ? [...items, [words.moreStreaks(more)]] : items },
  ];
}
