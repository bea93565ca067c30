import { decksFor } from '../../db/decks.ts';
import type { Context } from '../../delivery/context.ts';
import { LANGUAGES } from '../../domain/language.ts';
import type { Question } from '../../domain/question.ts';
import { createComparison } from './compare-words.ts';
import { givenTo, timesAsked, timesContested } from './given-answers.ts';
import { deckOfRow } from './stored-deck.ts';

export interface QuestionStats {
  readonly question: string;
  /** In rounds. */
  readonly asked: number;
  /** Those whose words could be compared, of rounds and quizzes. */
  readonly answers: number;
  readonly points: readonly PointStats[];
}

interface PointStats {
  readonly id: string;
  /** In how many of the answers it is found, whole or in part. */
  readonly covered: number;
  readonly partly: number;
  /** How many members say that it is in an answer of theirs where it was not found. */
  readonly contested: number;
}

/** How a deck's questions were answered; undefined where there is no deck of the name. */
export async function deckStats(
  { db }: Pick<Context, 'db'>,
  name: string,
  workspaceId?: number,
): Promise<readonly QuestionStats[] | undefined> {
  const rows = await decksFor(db, workspaceId);
  const row = rows.find((deck) => deck.name === name && deck.workspaceId === (workspaceId ?? null));
  if (!row) return undefined;
  const decks = await Promise.all(rows.map((one) => deckOfRow(db, one)));
  const compareWith = createComparison(decks);
  const given = Map.groupBy(await givenTo(db, row.id), ({ slug }) => slug);
  const [asked, contested] = [await timesAsked(db, row.id), await timesContested(db, row.id)];
  const { questions = [] } = decks[rows.indexOf(row)] ?? {};
  return questions.map((question) => {
    const { id } = question;
    const compare = compareWith(question);
    const found = (given.get(id) ?? []).flatMap((one) => {
      const points = compare(one);
      return points ? [new Map(points.map((point) => [point.id, point.verdict]))] : [];
    });
    const points = pointsOf(question).map((point) => ({
      id: point,
      covered: found.filter((one) => one.get(point) === 'covered').length,
      partly: found.filter((one) => one.get(point) === 'partly').length,
      contested: contested(id, point),
    }));
    return { question: id, asked: asked.get(id) ?? 0, answers: found.length, points };
  });
}

/** A point has one id in every language. */
const pointsOf = (question: Question): readonly string[] => [
  ...new Set(
    LANGUAGES.flatMap((language) => question[language]?.keyPoints.map(({ id }) => id) ?? []),
  ),
];
