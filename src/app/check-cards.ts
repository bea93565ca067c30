import { type Message, message } from '../chat/message.ts';
import type { CardCheck } from '../decks/checks/cards.ts';
import { passagesOf } from '../decks/checks/texts.ts';
import { questionLanguages } from '../decks/languages.ts';
import { told } from '../decks/words/index.ts';
import type { Localized } from '../domain/language.ts';
import { prose } from '../features/decks/prose.ts';
import type { QuestionFacts } from '../features/decks/question-facts.ts';
import { topicTitle } from '../features/decks/titles.ts';
import { revealCard } from '../features/reveals/reveal-card.ts';
import { questionCard } from '../features/rounds/question-card.ts';
import { fits as fitsDiscord, paginate as discordPages } from '../platforms/discord/paginate.ts';
import { fits as fitsSlack, paginate as slackPages } from '../platforms/slack/paginate.ts';

/** How a platform cuts a message into pages, and whether it takes a page. */
export interface Pages {
  readonly name: string;
  readonly paginate: (message: Message) => readonly Message[];
  readonly fits: (blocks: Message['blocks']) => boolean;
}

/** The platforms that have limits; the playground's page shows everything. */
const PLATFORMS: readonly Pages[] = [
  { name: 'Discord', paginate: discordPages, fits: fitsDiscord },
  { name: 'Slack', paginate: slackPages, fits: fitsSlack },
];

/** As long as they get in a round: what stands beside a question takes room too. */
const ROUND = {
  roundId: Number.MAX_SAFE_INTEGER,
  number: 100_000,
  closesAt: new Date('2026-01-05T18:00:00Z'),
  threadAnswers: true,
};

/** A picture's bytes weigh nothing on a page. */
const PICTURE = new Uint8Array(1);

/** Checks that the cards of a question can be shown on all platforms, in each of its languages. */
export function createCardCheck(platforms: readonly Pages[] = PLATFORMS): CardCheck {
  return (question, deck) =>
    questionLanguages(question).flatMap((language) => {
      const text = question[language];
      if (text === undefined) return [];
      const show = (messages: () => readonly Message[]) => faultOn(platforms, messages);
      const topic = topicTitle([deck], question.topic, language);
      const reason = show(() => cardsOf({ language, question, text, topic }));
      if (reason === undefined) return [];
      // At the passage that cannot be shown by itself, or at the whole text.
      const alone = passagesOf(text, language).find(
        (passage) => show(() => [message(prose(passage.text))]) !== undefined,
      );
      return [{ path: alone?.path ?? [language], reason }];
    });
}

/** Both cards, the reveal with the formula drawn and, for the case that it cannot be, in plain text. */
function cardsOf(facts: QuestionFacts): readonly Message[] {
  const reveal = { ...facts, ...ROUND, answers: [], participants: 0, streaks: [] };
  return [
    questionCard({ ...facts, ...ROUND }),
    ...[undefined, PICTURE].map((formula) => revealCard({ ...reveal, formula })),
  ];
}

/** Why some platform cannot show some of the messages; undefined where all show all. */
function faultOn(
  platforms: readonly Pages[],
  messages: () => readonly Message[],
): Localized | undefined {
  for (const { name, paginate, fits } of platforms) {
    try {
      const pages = messages().flatMap(paginate);
      if (!pages.every(({ blocks }) => fits(blocks))) {
        return told((words) => words.longFor(name));
      }
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      return told((words) => words.notLaidOut({ platform: name, detail }));
    }
  }
  return undefined;
}
