import { type Block, type Button, lead, type Message, message } from '../../chat/message.ts';
import { bold, type PlainOrRich, rich, type RichText, time } from '../../chat/text.ts';
import type { Language } from '../../domain/language.ts';
import type { Difficulty } from '../../domain/question.ts';
import { deckWords } from '../decks/words/index.ts';
import { BUTTONS } from './lasting-names.ts';
import {
  decideButton,
  type PagePlace,
  type Person,
  personSpan,
  turnButtons,
} from './looking-through.ts';
import { waitingButtons } from './waiting-buttons.ts';
import { suggestionWords } from './words/index.ts';

/** A suggested question that waits for a decision. */
export interface SuggestionFacts extends PagePlace {
  readonly id: number;
  /** Of the text shown; a decision is about this one. */
  readonly revision: number;
  readonly question: string;
  readonly answer: string;
  /** The topic's title. */
  readonly topic: string;
  readonly difficulty: Difficulty;
  readonly writtenIn: Language;
  readonly by?: Person;
  readonly at: Date;
}

export interface SuggestionReviewFacts {
  readonly language: Language;
  readonly suggestion: SuggestionFacts | undefined;
  /** How many reports wait besides. */
  readonly reports: number;
  /** How many contested points there are to look at. */
  readonly contests?: number;
  /** What has just been done. */
  readonly note?: PlainOrRich;
  /**
   * What can be done about that. It stands above the suggestion: where the decision's buttons stood, a
   * second click must do nothing.
   */
  readonly offers?: readonly Button[];
  /** It took the place of one that was decided on: a second click there must not decide on this one. */
  readonly follows?: boolean;
}

/** The suggestion to decide on, for those who manage; under what was just decided, if anything was. */
export function suggestionCard(facts: SuggestionReviewFacts): Message {
  const { language, suggestion } = facts;
  const words = suggestionWords(language);
  const shown: readonly Block[] = suggestion
    ? suggestionBlocks(language, suggestion)
    : [{ type: 'text', text: [words.listNone] }];
  const buttons = [
    ...(suggestion ? suggestionButtons(facts, suggestion) : []),
    ...waitingButtons(language, { reports: facts.reports, contests: facts.contests ?? 0 }),
  ];
  const row: readonly Block[] = buttons.length > 0 ? [{ type: 'buttons', buttons }] : [];
  return message([...doneBlocks(facts), ...shown, ...row], 'neutral');
}

function doneBlocks({ note, offers = [] }: SuggestionReviewFacts): readonly Block[] {
  return [
    ...(note === undefined ? [] : [{ type: 'text', text: emphasised(note) } as const]),
    ...(offers.length === 0 ? [] : [{ type: 'buttons', buttons: offers } as const]),
  ];
}

function emphasised(sentence: PlainOrRich): RichText {
  return rich`${sentence}`.map((span) => {
    if (typeof span === 'string') return bold(span);
    return span.type === 'command' ? { ...span, mark: 'bold' } : span;
  });
}

/** Why nothing was done about a suggestion, with the way to the one after it. */
export function decisionRefusedCard(language: Language, id: number, why: PlainOrRich): Message {
  const { next } = suggestionWords(language);
  const button: Button = { label: next, action: { name: BUTTONS.list, args: [String(id)] } };
  return message(
    [
      { type: 'text', text: rich`${why}` },
      { type: 'buttons', buttons: [button] },
    ],
    'warning',
  );
}

function suggestionBlocks(language: Language, suggestion: SuggestionFacts): readonly Block[] {
  const words = suggestionWords(language);
  const deck = deckWords(language);
  const { question, answer, topic, difficulty, writtenIn, by, at, place, total } = suggestion;
  return [
    { type: 'heading', text: words.listHeading({ place, total }) },
    lead(bold(words.question)),
    { type: 'quote', text: [question] },
    ...answerBlocks(language, answer),
    {
      type: 'fields',
      fields: [
        { name: deck.topic, value: [topic] },
        { name: deck.difficulty, value: [deck.difficulties[difficulty]] },
        { name: words.language, value: [words.languages[writtenIn]] },
        { name: words.by, value: [personSpan(language, by)] },
        { name: words.at, value: [time(at)] },
      ],
    },
  ];
}

function answerBlocks(language: Language, answer: string): readonly Block[] {
  if (answer === '') return [{ type: 'note', text: [deckWords(language).toDiscuss] }];
  return [lead(bold(suggestionWords(language).answer)), { type: 'quote', text: [answer] }];
}

function suggestionButtons(
  { language, follows }: SuggestionReviewFacts,
  suggestion: SuggestionFacts,
): readonly Button[] {
  return follows
    ? [
        decideButton(language, {
          ...{ name: BUTTONS.list, id: suggestion.id, text: suggestion.question },
        }),
      ]
    : decisionButtons(language, suggestion);
}

function decisionButtons(language: Language, suggestion: SuggestionFacts): readonly Button[] {
  const words = suggestionWords(language);
  const id = String(suggestion.id);
  const approve = { name: BUTTONS.approve, args: [id, String(suggestion.revision)] };
  return [
    { label: words.approve, action: approve, style: 'primary' },
    { label: words.edit, action: { name: BUTTONS.edit, args: [id] } },
    { label: words.decline, action: { name: BUTTONS.decline, args: [id] }, style: 'danger' },
    ...turnButtons(language, BUTTONS.list, suggestion),
  ];
}
