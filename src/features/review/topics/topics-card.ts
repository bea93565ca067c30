import {
  type Block,
  type Button,
  lead,
  type Message,
  message,
  type PictureBlock,
} from '../../../chat/message.ts';
import { bold } from '../../../chat/text.ts';
import type { Context } from '../../../delivery/context.ts';
import type { Language } from '../../../domain/language.ts';
import type { TopicStrength } from '../../../domain/memory/topic-strength.ts';
import { percentText } from '../../../i18n/percent.ts';
import { reviewWords } from '../words/index.ts';

export interface TopicsFacts {
  readonly language: Language;
  /** From strong to weak, by their titles. */
  readonly topics: readonly TopicStrength[];
}

/** The reader's topics from strong to weak, in words and, where it could be drawn, as a picture. */
export function topicsCard(facts: TopicsFacts, picture: PictureBlock | undefined): Message {
  const words = reviewWords(facts.language);
  const known = knownOf(facts);
  const drawn = picture ?? ({ type: 'note', text: [words.topicsNotDrawn] } as const);
  return message([
    { type: 'heading', text: words.topics },
    ...topicList(facts, known),
    ...unknownNote(facts, facts.topics.length),
    { type: 'note', text: [onlyText(facts)] },
    ...(known.length > 0 ? [drawn] : []),
  ]);
}

/** Who sees a card with topics on it, and what its percentages mean. */
export function onlyText({ language, topics }: TopicsFacts): string {
  const words = reviewWords(language);
  return hasKnown(topics) ? `${words.only} ${words.percentage}` : words.only;
}

/** The button that leads to {@link topicsCard}, where that shows more than the review does. */
export function topicsButtons(facts: TopicsFacts): readonly Button[] {
  const { language, topics } = facts;
  const unknown = topics.length - knownOf(facts).length;
  if (!hasKnown(topics) && unknown <= UNKNOWN_NAMED) return [];
  const action = { name: 'review-topics', args: [] };
  return [{ label: reviewWords(language).topicsButton, action }];
}

const hasKnown = (topics: TopicsFacts['topics']): boolean =>
  topics.some(({ recall }) => recall !== undefined);

/** How many of the strongest topics stand on the review, and how many of the weakest; all where there are no more. */
const ENDS = 3;

/** How many topics that were never reviewed stand on the review. */
const UNKNOWN_NAMED = 4;

/** The topics on the review: few enough to be read. */
export function topicBlocks(facts: TopicsFacts): readonly Block[] {
  const words = reviewWords(facts.language);
  const known = knownOf(facts);
  const part = (title: string, topics: readonly KnownTopic[]): readonly Block[] =>
    topics.length > 0 ? [lead(bold(title)), ...topicList(facts, topics)] : [];
  const shown =
    known.length <= 2 * ENDS
      ? part(words.topics, known)
      : [
          ...part(words.strongest, known.slice(0, ENDS)),
          ...part(words.weakest, known.slice(-ENDS).toReversed()),
        ];
  return [...shown, ...unknownNote(facts, UNKNOWN_NAMED)];
}

type KnownTopic = TopicStrength & { readonly recall: number };

const knownOf = ({ topics }: TopicsFacts): readonly KnownTopic[] =>
  topics.flatMap(({ recall, ...topic }) => (recall === undefined ? [] : [{ ...topic, recall }]));

function topicList(facts: TopicsFacts, topics: readonly KnownTopic[]): readonly Block[] {
  const items = topics.map((topic) => [topicLine(facts, topic)]);
  return items.length > 0 ? [{ type: 'list', items, ordered: true }] : [];
}

function topicLine({ language }: TopicsFacts, { recall, ...topic }: KnownTopic): string {
  return reviewWords(language).topic({ ...topic, percent: percentText(recall, language) });
}

/** The topics that were never reviewed, at most so many of them by name. */
function unknownNote({ language, topics }: TopicsFacts, most: number): readonly Block[] {
  const unknown = topics.filter(({ recall }) => recall === undefined).map(({ topic }) => topic);
  if (unknown.length === 0) return [];
  const named = unknown.slice(0, most);
  const more = unknown.length - named.length;
  return [{ type: 'note', text: [reviewWords(language).notReviewed({ topics: named, more })] }];
}

/** More would make the picture so tall that its letters are shown too small. */
const MOST_DRAWN = 16;

/** The topics as a picture with its text beside it; undefined where it cannot be drawn soon. */
export async function drawTopics(
  { drawPicture }: Pick<Context, 'drawPicture'>,
  facts: TopicsFacts,
): Promise<PictureBlock | undefined> {
  const { language, topics } = facts;
  const known = knownOf(facts);
  if (known.length === 0) return undefined;
  const words = reviewWords(language);
  const { topics: title, topicsMeaning: subtitle, topicUnnamed: unnamed } = words;
  const rows = known.map(({ topic: name, recall, reviewed, questions }) => ({
    ...{ name, share: recall, value: percentText(recall, language) },
    detail: words.topicReviewed({ reviewed, questions }),
  }));
  const left = topics.length - Math.min(rows.length, MOST_DRAWN);
  const png = await drawPicture({
    ...{ type: 'topics', title, subtitle, unnamed, rows: rows.slice(0, MOST_DRAWN) },
    ...(left > 0 && { more: words.moreTopics(left) }),
  });
  const alt = [title, subtitle, ...known.map((one) => topicLine(facts, one))].join('\n');
  return png && { type: 'picture', png, name: 'topics.png', alt };
}
