import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../../db/connect.ts';
import { decksFor, questionPool } from '../../db/decks.ts';
import type { Context } from '../../delivery/context.ts';
import { type CompiledRubric, compileRubric } from '../../domain/feedback/compile-rubric.ts';
import type { Rubric } from '../../domain/feedback/lexicon.ts';
import type { Language } from '../../domain/language.ts';
import { acceptedWordings } from './contest-queries.ts';

/** What an answer is compared with, and among which decks its words are rare or common. */
export interface RubricWanted {
  readonly workspaceId: number;
  readonly questionId: number;
  /** The question in the language. */
  readonly written: Rubric;
  readonly language: Language;
}

/**
 * A question's rubric in one language, with the wordings that the workspace has accepted. It is compiled once for as
 * long as neither it nor the decks change.
 */
export async function rubricOf(
  context: Pick<Context, 'db' | 'rubrics'>,
  wanted: RubricWanted,
): Promise<CompiledRubric> {
  const { db, rubrics } = context;
  const { workspaceId, language } = wanted;
  const decks = `${language}:${await stateOfDecks(db, workspaceId, language)}`;
  const lexicon = await rubrics.lexicon(decks, () => textsFor(db, workspaceId, language));
  const rubric = await withAccepted(db, wanted);
  const written = createHash('sha256').update(JSON.stringify(rubric)).digest('hex');
  return rubrics.rubric(`${decks}:${written}`, () => compileRubric(rubric, lexicon));
}

async function withAccepted(db: Db, { written, ...of }: RubricWanted): Promise<Rubric> {
  const accepted = Map.groupBy(await acceptedWordings(db, of), ({ point }) => point);
  if (accepted.size === 0) return written;
  const keyPoints = written.keyPoints.map((point) => {
    const wordings = (accepted.get(point.id) ?? []).map(({ wording }) => wording);
    return { ...point, phrasings: [...new Set([...point.phrasings, ...wordings])] };
  });
  return { ...written, keyPoints };
}

/** Another once a question of the workspace's decks is added, changed or taken out of use. */
async function stateOfDecks(db: Db, workspaceId: number, language: Language): Promise<string> {
  const { rows } = await sql<{ readonly state: string }>`
    select concat(count(*), '-', sum(hashtextextended(questions.hash, questions.id))) as state
    from questions join decks on decks.id = questions.deck_id
    where (decks.workspace_id is null or decks.workspace_id = ${workspaceId})
      and decks.removed_at is null and questions.retired_at is null
      and ${language} = any(questions.languages)
  `.execute(db);
  return rows[0]?.state ?? '';
}

async function textsFor(
  db: Db,
  workspaceId: number,
  language: Language,
): Promise<readonly Rubric[]> {
  const decks = await decksFor(db, workspaceId);
  const pool = await questionPool(db, { deckIds: decks.map(({ id }) => id), language });
  return pool.flatMap(({ body }) => body[language] ?? []);
}
