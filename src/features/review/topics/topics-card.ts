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
  return message([
    { type: 'heading', text: words.topics },
    ...topicLists(facts),
    { type: 'note', text: [`${words.only} ${words.percentage}`] },
    picture ?? { type: 'note', text: [words.topicsNotDrawn] },
  ]);
}

/** Leads to that card, where there is something to see. */
export function topicsButtons({ language, topics }: TopicsFacts): readonly Button[] {
  if (!hasKnown(topics)) return [];
  const action = { name: 'review-topics', args: [] };
  return [{ label: reviewWords(language).topicsButton, action }];
}

export const hasKnown = (topics: TopicsFacts['topics']): boolean =>
  topics.some(({ recall }) => recall !== undefined);

/** As a part of another card. */
export function topicBlocks(facts: TopicsFacts): readonly Block[] {
  const title = lead(bold(reviewWords(facts.language).topics));
  return [...(hasKnown(facts.topics) ? [title] : []), ...topicLists(facts)];
}

function topicLists({ language, topics }: TopicsFacts): readonly Block[] {
  const known = topicLines({ language, topics }).map((line) => [line]);
  const unknown = topics.filter(({ recall }) => recall === undefined).map(({ topic }) => topic);
  const note = reviewWords(language).notReviewed(unknown);
  return [
    ...(known.length > 0 ? [{ type: 'list', items: known, ordered: true } as const] : []),
    ...(unknown.length > 0 ? [{ type: 'note', text: [note] } as const] : []),
  ];
}

function topicLines({ language, topics }: TopicsFacts): readonly string[] {
  const words = reviewWords(language);
  return topics.flatMap(({ recall, ...topic }) =>
    recall === undefined ? [] : [words.topic({ ...topic, percent: percentText(recall, language) })],
  );
}

/** More would make the picture so tall that its letters are shown too small. */
const MOST_DRAWN = 16;

/** The topics as a picture with its text beside it; undefined where it cannot be drawn soon. */
export async function drawTopics(
  { drawPicture }: Pick<Context, 'drawPicture'>,
  { language, topics }: TopicsFacts,
): Promise<PictureBlock | undefined> {
  const words = reviewWords(language);
  const { topics: title, topicsMeaning: subtitle, topicUnnamed: unnamed } = words;
  const rows = topics.flatMap(({ topic: name, recall, reviewed, questions }) =>
    recall === undefined
      ? []
      : [
          {
            ...{ name, share: recall, value: percentText(recall, language) },
            detail: words.topicReviewed({ reviewed, questions }),
          },
        ],
  );
  const left = topics.length - Math.min(rows.length, MOST_DRAWN);
  const png = await drawPicture({
    ...{ type: 'topics', title, subtitle, unnamed, rows: rows.slice(0, MOST_DRAWN) },
    ...(left > 0 && { more: words.moreTopics(left) }),
  });
  const alt = [title, subtitle, ...topicLines({ language, topics })].join('\n');
  return png && { type: 'picture', png, name: 'topics.png', alt };
}
