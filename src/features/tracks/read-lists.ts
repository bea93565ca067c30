import type { DeckRow } from '../../db/tables.ts';
import { LANGUAGES } from '../../domain/language.ts';
import { DIFFICULTIES, type Difficulty } from '../../domain/question.ts';
import type { TrackFault } from '../../domain/track-plan.ts';
import { deckWords } from '../decks/words/index.ts';

/** What people write for "no filter", in either language. */
const ANY = new Set(['any', 'all', '*', '-', 'все', 'всё', 'любые', 'любая']);

/** Decks by name, in the order written; a workspace's own hides the installation's of that name. */
export function readDeckNames(
  written: string,
  known: readonly DeckRow[],
  faults: TrackFault[],
): readonly DeckRow[] {
  const byName = new Map(known.map((deck) => [deck.name.toLowerCase(), [deck]]));
  const names = known.map((deck) => deck.name);
  const given = parts(written);
  if (given.length === 0) faults.push({ code: 'deck-missing', known: names });
  return pick(given, byName, (name) => {
    faults.push({ code: 'deck-unknown', given: name, known: names });
  });
}

/**
 * Topics by id or by title in any language; empty: every topic. Decks may call one topic by different
 * ids: a title means them all.
 */
export function readTopics(
  written: string | undefined,
  decks: readonly DeckRow[],
  faults: TrackFault[],
): readonly string[] {
  const byName = gather([...decks.flatMap(topicIds), ...decks.flatMap(topicTitles)]);
  const known = decks.flatMap((deck) => Object.keys(deck.topics));
  return pick(filterParts(written), byName, (given) => {
    // Topics of decks that are unknown themselves cannot be told right from wrong.
    if (decks.length > 0) faults.push({ code: 'topic-unknown', given, known });
  });
}

type Named<T> = readonly (readonly [name: string, thing: T])[];

const topicIds = ({ topics }: DeckRow): Named<string> =>
  Object.keys(topics).map((id) => [id.toLowerCase(), id]);

const topicTitles = ({ topics }: DeckRow): Named<string> =>
  Object.entries(topics).flatMap(([id, titles]) =>
    Object.values(titles).map((title) => [title.toLowerCase(), id] as const),
  );

/** What bears each name, in the order given. */
function gather<T>(named: Named<T>): ReadonlyMap<string, readonly T[]> {
  const byName = Map.groupBy(named, ([name]) => name);
  return new Map([...byName].map(([name, same]) => [name, same.map(([, thing]) => thing)]));
}

/** Difficulties by their words in any language; empty: every difficulty. */
export function readDifficulties(
  written: string | undefined,
  faults: TrackFault[],
): readonly Difficulty[] {
  const byName = gather(DIFFICULTIES.flatMap(difficultyNames));
  return pick(filterParts(written), byName, (given) => {
    faults.push({ code: 'difficulty-unknown', given });
  });
}

function difficultyNames(difficulty: Difficulty): Named<Difficulty> {
  const words = LANGUAGES.map((language) => deckWords(language).difficulties[difficulty]);
  return [difficulty, ...words, ...words.map(withoutYo)].map((word) => [word, difficulty]);
}

/** Russian «ё» is mostly typed as «е». */
function withoutYo(word: string): string {
  return word.replaceAll('ё', 'е');
}

function filterParts(written = ''): readonly string[] {
  const given = parts(written);
  return given.some((part) => ANY.has(part)) ? [] : given;
}

function parts(written: string): readonly string[] {
  return written
    .split(/[,;]/)
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part !== '');
}

/** Each thing once. */
function pick<T>(
  names: readonly string[],
  byName: ReadonlyMap<string, readonly T[]>,
  onUnknown: (name: string) => void,
): readonly T[] {
  const found = names.flatMap((name) => {
    const things = byName.get(name);
    if (things === undefined) onUnknown(name);
    return things ?? [];
  });
  return [...new Set(found)];
}
