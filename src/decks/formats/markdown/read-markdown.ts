import { told } from '../../words/index.ts';
import { type CardOptions, type FlashCard, readCards } from '../cards.ts';
import { joined } from '../choice-cards.ts';
import { addLost, NOTHING_LOST } from '../lost.ts';
import { type FileReading, refused, type Skipped } from '../reading.ts';
import { choiceIn, type WrittenQuestion } from './choice-in-list.ts';
import { findQuestions, type Listed } from './find-questions.ts';
import { licenceIn } from './licence.ts';
import { cardsInTable, type TableReading } from './questions-in-table.ts';
import { isOverdone, overdoneLine, parseMarkdown, plainMarkdownText, type Root } from './tree.ts';
import { bareQuestion, withoutNumber } from './wording.ts';
import { writeBlocks, writeInline } from './write-markdown.ts';

/** Characters of a list: the longest that people keep have half a million. */
const LONGEST = 1_000_000;

/** As many characters in any encoding; what is larger is refused unread. */
export const MARKDOWN_BYTES = 4 * LONGEST;

/** Reads an interview list as people keep them on GitHub: headings, numbers, folded answers, bold questions. */
export function readMarkdown(text: string, options: CardOptions): FileReading {
  if (text.length > LONGEST) return refused(told((words) => words.longMarkdown(LONGEST)));
  if (isOverdone(text)) return refused(told((words) => words.overdone));
  const overdone = overdoneLine(text);
  if (overdone !== undefined) return refused(told((words) => words.overdoneLine(overdone)));
  const tree = parseMarkdown(text);
  const read = findQuestions(tree).map((one) => ('table' in one ? cardsInTable(one) : listed(one)));
  const cards = read.flatMap((one) => one.cards);
  const answered = cards.filter(({ texts }) =>
    texts.every(({ answer, options }) => options !== undefined || answer !== ''),
  );
  const toDiscuss = answered.length === 0;
  const taken = toDiscuss ? onceEach(cards) : answered;
  const lost = addLost(read.map((one) => one.lost));
  const reading = readCards(taken, { ...options, title: titleOf(tree), toDiscuss, lost });
  const licence = licenceIn(text);
  return {
    ...reading,
    skipped: [
      ...read.flatMap((one) => one.skipped),
      ...(toDiscuss ? [] : unanswered(cards, answered)),
      ...reading.skipped,
    ],
    warnings: [...read.flatMap((one) => one.warnings), ...reading.warnings],
    origin: { ...(licence !== undefined && { licence }) },
  };
}

const listed = (question: Listed): TableReading => ({
  ...{ cards: [cardOf(question)], skipped: [], warnings: [], lost: NOTHING_LOST },
});

function cardOf(listed: Listed): FlashCard {
  const losses = { pictures: 0, links: 0 };
  const asked = withoutNumber(writeInline(listed.question, losses));
  const { text, lost } = choiceIn(listed, asked) ?? openQuestion(listed, asked);
  return {
    where: told((words) => words.line(listed.line)),
    texts: [text],
    topic: listed.topic === undefined ? undefined : bareQuestion(listed.topic),
    lost: addLost([losses, lost]),
  };
}

function openQuestion({ more, answer }: Listed, asked: string): WrittenQuestion {
  const [below, answered] = [writeBlocks(more), writeBlocks(answer)];
  return {
    text: { question: joined(asked, below.markdown), answer: answered.markdown },
    lost: addLost([below.lost, answered.lost]),
  };
}

const questionOf = ({ texts }: FlashCard): string => texts[0]?.question.toLowerCase() ?? '';

/** A list names its questions in its contents as well. */
const onceEach = (cards: readonly FlashCard[]): readonly FlashCard[] => [
  ...new Map(cards.map((card) => [questionOf(card), card])).values(),
];

const UNANSWERED = told((words) => words.unanswered);

/** Questions without an answer, but for those that the list repeats: in its contents, say. */
function unanswered(
  cards: readonly FlashCard[],
  answered: readonly FlashCard[],
): readonly Skipped[] {
  const known = new Set(answered.map(questionOf));
  return cards
    .filter((card) => !answered.includes(card) && !known.has(questionOf(card)))
    .map(({ where }) => ({ where, why: UNANSWERED }));
}

function titleOf({ children }: Root): string | undefined {
  const heading = children.find((block) => block.type === 'heading');
  const title = heading?.depth === 1 ? plainMarkdownText(heading).trim() : '';
  return title === '' ? undefined : title;
}
