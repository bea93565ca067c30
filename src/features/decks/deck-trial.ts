import { decksFor } from '../../db/decks.ts';
import type { Context } from '../../delivery/context.ts';
import type { PointFeedback } from '../../domain/feedback/verdict.ts';
import { LANGUAGES } from '../../domain/language.ts';
import type { Deck, Question } from '../../domain/question.ts';
import { createComparison } from './compare-words.ts';
import { givenTo, type WordsGiven } from './given-answers.ts';
import { deckOfRow } from './stored-deck.ts';

/** What a changed question would find in the answers that are stored. */
export interface QuestionTrial {
  readonly question: string;
  /** Stored answers that were compared with both. */
  readonly answers: number;
  /** The key points of which anything would change. */
  readonly points: readonly PointTrial[];
}

interface PointTrial {
  readonly id: string;
  /** How many of the answers cover it. */
  readonly before: number;
  readonly after: number;
  /** The words that would cover it, and those that would no more: nobody is told whose they are. */
  readonly gained: readonly string[];
  readonly lost: readonly string[];
}

/**
 * Replays stored answers against the questions of a deck that are written otherwise than in the database;
 * undefined where that has no deck of the name.
 */
export async function deckTrial(
  { db }: Pick<Context, 'db'>,
  changed: Deck,
  workspaceId?: number,
): Promise<readonly QuestionTrial[] | undefined> {
  const rows = await decksFor(db, workspaceId);
  const owner = workspaceId ?? null;
  const row = rows.find((deck) => deck.name === changed.name && deck.workspaceId === owner);
  if (!row) return undefined;
  const decks = await Promise.all(rows.map((one) => deckOfRow(db, one)));
  const compareWith = createComparison(decks);
  const given = Map.groupBy(await givenTo(db, row.id), ({ slug }) => slug);
  const { questions = [] } = decks[rows.indexOf(row)] ?? {};
  const stored = new Map(questions.map((question) => [question.id, question]));
  return changed.questions.flatMap((question) => {
    const before = stored.get(question.id);
    if (!before || rubricText(before) === rubricText(question)) return [];
    const pairs = replay(given.get(question.id) ?? [], compareWith(before), compareWith(question));
    return [{ question: question.id, answers: pairs.length, points: pointsChanged(pairs) }];
  });
}

/** What answers are compared with. */
const rubricText = (question: Question): string =>
  JSON.stringify(
    LANGUAGES.map((language) => {
      const { question: asked, answer, keyPoints } = question[language] ?? {};
      return [asked, answer, keyPoints];
    }),
  );

type Found = ReadonlyMap<string, PointFeedback>;

/** What is found in one answer, before and after. */
interface Pair {
  readonly before: Found;
  readonly after: Found;
}

type Comparison = ReturnType<ReturnType<typeof createComparison>>;

function replay(given: readonly WordsGiven[], before: Comparison, after: Comparison): Pair[] {
  return given.flatMap((one) => {
    const [old, fresh] = [before(one), after(one)];
    return old && fresh ? [{ before: byId(old), after: byId(fresh) }] : [];
  });
}

const byId = (points: readonly PointFeedback[]): Found =>
  new Map(points.map((point) => [point.id, point]));

function pointsChanged(pairs: readonly Pair[]): readonly PointTrial[] {
  const ids = new Set(pairs.flatMap(({ before, after }) => [...before.keys(), ...after.keys()]));
  const trials = [...ids].map((id): PointTrial => {
    const told = pairs.map(({ before, after }) => [wordsFor(before, id), wordsFor(after, id)]);
    return {
      id,
      before: told.filter(([old]) => old !== undefined).length,
      after: told.filter(([, fresh]) => fresh !== undefined).length,
      gained: told.flatMap(([old, fresh]) => (old === undefined ? (fresh ?? []) : [])),
      lost: told.flatMap(([old, fresh]) => (fresh === undefined ? (old ?? []) : [])),
    };
  });
  return trials.filter(({ gained, lost }) => gained.length + lost.length > 0);
}

/** The words of an answer that cover a point; whom they mention is nobody's business. */
function wordsFor(found: Found, id: string): string | undefined {
  const point = found.get(id);
  if (point?.verdict !== 'covered') return undefined;
  return point.evidence.replaceAll(MENTION, '@…').replaceAll(/\s+/g, ' ').trim();
}

const MENTION = /<(?:@[!&]?|[#!])[^<>\s]*>/g;
