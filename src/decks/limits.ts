/**
 * What a deck may hold at most. Decks come from outside: beyond these a file is refused unread, so
 * that a hostile one costs neither memory nor a broken post.
 */
export const DECK_LIMITS = {
  /** Characters of a deck's, question's or topic's id: ids travel in buttons of 75 characters. */
  id: 40,
  /** A key point's id shares a button with a round's id. */
  keyPointId: 32,
  /** Slack's option text, the narrowest place a topic or a deck is chosen in. */
  title: 75,
  description: 1_000,
  /** Slack's section text is 3,000; what is longer than these is cut into several messages. */
  question: 1_000,
  /** A reveal has pages, and what people study from may be an essay. */
  answer: 20_000,
  /** What a form takes on every platform: Slack's field holds 3,000 characters. */
  typedAnswer: 3_000,
  misconception: 1_000,
  formula: 1_000,
  /** Discord's description of a file. */
  formulaText: 1_000,
  formulaNote: 1_000,
  /** A field's value on Discord holds 1,024 characters. */
  label: 200,
  weight: 100,
  phrasing: 200,
  phrasings: 20,
  keyPoints: 10,
  /** A letter each, and two rows of buttons on Discord. */
  options: 10,
  option: 200,
  why: 400,
  sources: 10,
  sourceTitle: 200,
  url: 500,
  topics: 100,
  questions: 5_000,
} as const;

/** Bytes of one YAML file: fifty times the longest question of the shipped deck's kind. */
export const FILE_BYTES = 256 * 1024;

/** Bytes of a whole deck, as files or as one import. */
export const DECK_BYTES = 32 * 1024 * 1024;
