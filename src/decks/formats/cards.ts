import { createHash } from 'node:crypto';
import { type Language, LANGUAGES, type Localized } from '../../domain/language.ts';
import type { Option, Question, QuestionText } from '../../domain/question.ts';
import { guessLanguage } from '../../domain/text/guess-language.ts';
import { cardComplaints } from '../issue.ts';
import { DECK_LIMITS } from '../limits.ts';
import { slugOf } from '../slug.ts';
import { told } from '../words/index.ts';
import { withOptions } from './choices.ts';
import { foreignLanguage } from './foreign-language.ts';
import { levelOf } from './levels.ts';
import { addLost, type Lost } from './lost.ts';
import { unescapeMarkdown } from './plain-markdown.ts';
import { type FileReading, type Skipped, THE_FILE } from './reading.ts';
import { type ImportedCandidate, takeQuestions } from './take.ts';
import { collectTopics, inEach, type Topics } from './topics.ts';

/** A flashcard of another program, which becomes a question without key points. */
export interface FlashCard {
  readonly where: Localized;
  /** What its program calls it for good; a card without one is known by its words. */
  readonly id?: string | undefined;
  readonly texts: readonly CardText[];
  readonly topic?: string | undefined;
  /** Whether its program gives it others beside that one. */
  readonly hasMoreTopics?: boolean | undefined;
  readonly difficulty?: string | undefined;
  readonly sources?: Question['sources'];
  readonly lost?: Partial<Lost>;
}

/** A front and a back, as Markdown; the back is empty where there is nothing but questions or options. */
export interface CardText {
  /** Where nothing tells, it is guessed. */
  readonly language?: Language;
  readonly question: string;
  readonly answer: string;
  readonly options?: readonly Option[];
}

export interface CardOptions {
  /** Only what is in this language, or in one that the bot does not speak, is taken, as being in it. */
  readonly language?: Language | undefined;
}

const DIFFICULTY = 'medium';

/** What is known of the cards as a whole. */
export interface CardsHead extends CardOptions {
  readonly title?: string | undefined;
  readonly lost?: Partial<Lost>;
  /** The list has no place for answers: a question without one is no mistake. */
  readonly toDiscuss?: boolean;
}

/** Cards become questions in the languages they are written in: something to start from. */
export function readCards(
  cards: readonly FlashCard[],
  { language, title, lost = {}, toDiscuss = false }: CardsHead = {},
): FileReading {
  const seen: Seen = { topics: collectTopics(), ids: new Map(), toDiscuss };
  const sorted = cards.map((card) => sortOut(card, language, seen));
  const skipped = sorted.flatMap((one) => (one && 'why' in one ? [one] : []));
  const whole = sorted.flatMap((one) => (one && 'value' in one ? [one] : []));
  const taken = takeQuestions(whole, cardComplaints);
  const { questions } = taken;
  const languages = LANGUAGES.filter((one) => questions.some((question) => question[one]));
  const titled = title && { title: inEach(languages, title.slice(0, DECK_LIMITS.title)) };
  const topics = usedTopics(seen.topics.titles(languages), questions);
  return {
    head: { draft: true, ...titled, topics },
    questions,
    places: taken.places,
    skipped: [...skipped, ...taken.skipped],
    warnings: [
      ...(toDiscuss ? DISCUSSED : []),
      ...taken.warnings,
      ...cards.flatMap(unknownLevel),
      ...mixture(questions),
      ...moreTopics(cards.filter((card) => card.hasMoreTopics).length),
      ...notAskedFor(sorted.filter((one) => one === undefined).length),
      ...crowding(seen.topics),
    ],
    lost: addLost([lost, ...cards.map((card) => card.lost ?? {})]),
  };
}

/** A question is not worth less for a difficulty that nobody here knows. */
function unknownLevel({ where, difficulty = '' }: FlashCard): readonly Skipped[] {
  const written = difficulty.trim().slice(0, LONGEST_LEVEL);
  if (written === '' || levelOf(difficulty) !== undefined) return [];
  return [{ where, why: told((words) => words.unknownLevel(written)) }];
}

const LONGEST_LEVEL = 40;

const DISCUSSED: readonly Skipped[] = [
  {
    where: THE_FILE,
    why: told((words) => words.toDiscuss),
  },
];

interface Seen {
  readonly toDiscuss: boolean;
  readonly topics: Topics;
  /** Each id's card, by what makes it another than its namesake. */
  readonly ids: Map<string, string>;
}

/** A card as a question, or why it cannot be one; undefined where it is in a language that nobody asked for. */
function sortOut(
  card: FlashCard,
  language: Language | undefined,
  seen: Seen,
): ImportedCandidate | Skipped | undefined {
  const { where } = card;
  const texts = card.texts.map((text) => placed(text, language));
  const foreign = texts.find((text) => 'foreign' in text);
  const wanted = texts.flatMap((text) => ('in' in text ? [text] : []));
  if (card.texts.some(isCloze)) return { where, why: CLOZE };
  if (foreign) return { where, why: unspoken(foreign.foreign) };
  return wanted.length > 0 ? { where, value: valueOf(card, wanted, seen) } : undefined;
}

/** Text with gaps to fill asks nothing. */
export const isCloze = ({ question, answer }: CardText): boolean =>
  /\{\{c\d+::/.test(`${question} ${answer}`);

export const CLOZE = told((words) => words.cloze);

type Placed = { readonly in: Language; readonly text: CardText } | Foreign | Unwanted;
interface Foreign {
  /** The language's name. */
  readonly foreign: Localized;
}
interface Unwanted {
  readonly unwanted: true;
}

/** A text in its language; one that is in a language that was not asked for is left where it is. */
function placed(text: CardText, only: Language | undefined): Placed {
  const words = `${frontOf(text)} ${text.answer}`;
  const foreign = text.language === undefined ? foreignLanguage(words) : undefined;
  if (foreign !== undefined) return only ? { in: only, text } : { foreign };
  const written = text.language ?? guessLanguage(words);
  return only === undefined || only === written ? { in: written, text } : { unwanted: true };
}

const unspoken = (name: Localized): Localized =>
  told((words, language) => words.unspoken(name[language]));

function valueOf(
  card: FlashCard,
  texts: readonly { readonly in: Language; readonly text: CardText }[],
  { topics, ids, toDiscuss }: Seen,
): unknown {
  const { difficulty = '', sources = [] } = card;
  return {
    id: idOf(card, ids),
    topic: topics.idOf(card.topic),
    difficulty: levelOf(difficulty) ?? DIFFICULTY,
    sources,
    ...Object.fromEntries(
      texts.map(({ in: language, text }) => [language, writtenText(text, toDiscuss)]),
    ),
  };
}

function writtenText(
  { question, answer, options }: CardText,
  toDiscuss: boolean,
): Omit<QuestionText, 'keyPoints'> {
  if (options) return { question, options, ...(answer !== '' && { answer }) };
  return toDiscuss ? { question } : { question, answer };
}

/** What is asked, by which a card is known: two choices may differ in their options alone. */
const frontOf = ({ question, options }: CardText): string =>
  options
    ? withOptions(
        question,
        options.map(({ text }) => text),
      )
    : question;

/**
 * The same at every import: from the id that the card has in its own program, so that it stays the same
 * question when its words are mended, or else from the question's words. Another card of the same slug gets
 * a mark of its own; the same card twice stays a duplicate.
 */
function idOf({ id, texts }: FlashCard, ids: Map<string, string>): string {
  const front = unescapeMarkdown(texts[0] ? frontOf(texts[0]) : '');
  const known = id ?? front;
  const hash = createHash('sha256').update(known).digest('hex');
  const digest = hash.slice(0, 8);
  const slug = id === undefined ? (slugOf(front) ?? `card-${digest}`) : slugOfId(id, hash);
  const first = ids.get(slug);
  if (first === undefined) ids.set(slug, known);
  if (first === undefined || first === known) return slug;
  return `${slug.slice(0, DECK_LIMITS.id - 9).replace(/-$/, '')}-${digest}`;
}

/** An id that is made of letters and digits shows as it is; a number alone would be no slug. */
function slugOfId(id: string, hash: string): string {
  const slug = /^[\p{L}\p{N} ._-]+$/u.test(id) ? slugOf(/^\p{L}/u.test(id) ? id : `q-${id}`) : '';
  return slug || `card-${hash.slice(0, 12)}`;
}

function usedTopics<Title>(
  titles: Readonly<Record<string, Title>>,
  questions: readonly Question[],
): Record<string, Title> {
  const used = new Set(questions.map(({ topic }) => topic));
  return Object.fromEntries(Object.entries(titles).filter(([id]) => used.has(id)));
}

/** A table whose rows are in two languages may be two decks in one: whoever has it decides. */
function mixture(questions: readonly Question[]): readonly Skipped[] {
  const [english, russian] = LANGUAGES.map(
    (language) => questions.filter((one) => soleLanguage(one) === language).length,
  );
  if (!english || !russian) return [];
  return [{ where: THE_FILE, why: told((words) => words.twoLanguages({ english, russian })) }];
}

function notAskedFor(count: number): readonly Skipped[] {
  return count === 0 ? [] : [{ where: THE_FILE, why: told((words) => words.notAskedFor(count)) }];
}

function soleLanguage(question: Question): Language | undefined {
  const [only, other] = LANGUAGES.filter((language) => question[language]);
  return other === undefined ? only : undefined;
}

function moreTopics(count: number): readonly Skipped[] {
  return count === 0 ? [] : [{ where: THE_FILE, why: told((words) => words.moreTopics(count)) }];
}

function crowding({ beyond }: Topics): readonly Skipped[] {
  if (beyond.size === 0) return [];
  return [{ where: THE_FILE, why: told((words) => words.topicsJoined(beyond.size)) }];
}
