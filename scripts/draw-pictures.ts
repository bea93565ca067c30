/**
 * Draws the leaderboard, the year and the topics of the README as the bot would, of people who do not exist:
 * `node scripts/draw-pictures.ts`, or with a language and a folder, for a look, `… ru /tmp`
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { PictureBlock } from '../src/chat/message.ts';
import { readDeck } from '../src/decks/read-deck.ts';
import type { DrawPicture } from '../src/delivery/context.ts';
import { readDay } from '../src/domain/day.ts';
import { isLanguage, type Language } from '../src/domain/language.ts';
import { foldStreak, markRounds, type RoundMark } from '../src/domain/streak.ts';
import { type DatedMark, weekdayOf, yearUntil } from '../src/domain/year-of-rounds.ts';
import { topicTitle } from '../src/features/decks/titles.ts';
import { drawBoard } from '../src/features/leaderboard/draw-board.ts';
import { boardTitle } from '../src/features/leaderboard/leaderboard-card.ts';
import { drawTopics } from '../src/features/review/topics/topics-card.ts';
import { standingsWords } from '../src/features/standings/words/index.ts';
import { drawYear } from '../src/features/streaks/year/year-card.ts';
import { createPicturePainter } from '../src/pictures/picture.ts';

const PICTURES = join(import.meta.dirname, '../docs/pictures');
const DECK = join(import.meta.dirname, '../data/llm-interview');

const NAMES = [
  ...['Анна Петрова', 'Yuki 山田', 'Zoë Müller 🚀', 'محمد', 'Ελένη', '김민준'],
  ...['Nguyễn Thị Hà', 'דוד כהן', 'Oluwaseun', '王小明'],
];

const TODAY = readDay('2026-11-27') ?? 0;

/** Chance that is the same each time. */
function createChance(): () => number {
  let seed = 11;
  return () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
}

interface Drawing {
  readonly language: Language;
  readonly drawPicture: DrawPicture;
}

async function main(language: Language, folder: string): Promise<void> {
  const fontFolder = await mkdtemp(join(tmpdir(), 'whetstone-draw-'));
  const painter = createPicturePainter({ fontFolder });
  const drawPicture: DrawPicture = async (wish) => {
    const drawn = await painter.paint(wish);
    if (!drawn.ok) throw new Error(drawn.reason, { cause: drawn.cause });
    return drawn.png;
  };
  try {
    for (const draw of [board, year, topics]) {
      const { name = '', png = '' } = (await draw({ language, drawPicture })) ?? {};
      await writeFile(join(folder, name), png);
      process.stdout.write(`${join(folder, name)}: ${png.length} bytes\n`);
    }
  } finally {
    painter.close();
    await rm(fontFolder, { recursive: true, force: true });
  }
}

async function deckOf(language: Language) {
  const { deck } = await readDeck(DECK);
  if (!deck) throw new Error(`no deck in ${DECK}`);
  return { deck, at: { deck: deck.title[language] ?? deck.name, track: 1 } };
}

async function board({ language, drawPicture }: Drawing): Promise<PictureBlock | undefined> {
  const { at } = await deckOf(language);
  const chance = createChance();
  const rows = NAMES.map((name, index) => ({
    ...{ place: index + 1, name, memberId: index, points: 23 - 2 * index },
    streak: Math.floor(chance() * 40),
  }));
  return drawBoard(
    { drawPicture },
    {
      ...{ language, rows, ownId: 2 },
      title: boardTitle({ language, period: 'month' }),
      subtitle: standingsWords(language).trackLine(at),
    },
  );
}

async function year({ language, drawPicture }: Drawing): Promise<PictureBlock | undefined> {
  const { at } = await deckOf(language);
  const days = yearUntil(TODAY);
  const log = logOf(days);
  const kinds = markRounds(log);
  const marks = log.map(({ day, away }, index): DatedMark => {
    const kind = kinds[index]?.kind ?? 'before';
    return { day, mark: kind === 'excused' && away === true ? 'away' : kind };
  });
  return drawYear(
    { drawPicture },
    { language, ...at, others: [], days, marks, streak: foldStreak(log) },
  );
}

/** A round on each working day, most of them answered; two weeks away in summer. */
function logOf({
  from,
  until,
}: ReturnType<typeof yearUntil>): readonly (RoundMark & { day: number })[] {
  const chance = createChance();
  const workdays = Array.from({ length: until - from + 1 }, (_, index) => from + index).filter(
    (day) => weekdayOf(day) < 5,
  );
  return workdays.slice(30).map((day, index) => {
    const away = day > until - 130 && day < until - 115;
    const answered = index > 6 && !away && day !== until && chance() < 0.91;
    return { round: index + 1, day, answered, away, open: day === until, excused: chance() < 0.02 };
  });
}

async function topics({ language, drawPicture }: Drawing): Promise<PictureBlock | undefined> {
  const { deck } = await deckOf(language);
  const strengths = Object.keys(deck.topics).map((topic, index) => ({
    topic: topicTitle([deck], topic, language),
    recall: index > 5 ? undefined : 0.97 - 0.11 * index,
    ...{ reviewed: 8 - index, questions: 8 },
  }));
  return drawTopics({ drawPicture }, { language, topics: strengths });
}

const { positionals } = parseArgs({ allowPositionals: true });
const [language = 'en', folder = PICTURES] = positionals;
if (!isLanguage(language)) throw new Error(`“${language}” is no language`);
await main(language, folder);
