import type { Db } from '../../db/connect.ts';
import { questionHashes } from '../../db/decks.ts';
import { questionHash } from '../../decks/question-hash.ts';
import type { Question } from '../../domain/question.ts';

type Hashes = Awaited<ReturnType<typeof questionHashes>>;

/** What questions are to a stored deck. */
export interface QuestionNews {
  readonly fresh: readonly Question[];
  /** The deck holds them with other words, or out of use. */
  readonly changed: readonly Question[];
  readonly same: readonly Question[];
  /** Ids of those in use that are not among them. */
  readonly missing: readonly string[];
}

export function sortByNews(questions: readonly Question[], before: Hashes): QuestionNews {
  const isSame = (question: Question): boolean => {
    const known = before.get(question.id);
    return known?.retired === false && known.hash === questionHash(question);
  };
  const ids = new Set(questions.map(({ id }) => id));
  const [known, fresh] = [
    questions.filter(({ id }) => before.has(id)),
    questions.filter(({ id }) => !before.has(id)),
  ];
  const missing = [...before].filter(([id, { retired }]) => !retired && !ids.has(id));
  return {
    fresh,
    changed: known.filter((question) => !isSame(question)),
    same: known.filter(isSame),
    missing: missing.map(([id]) => id),
  };
}

/** The stored hashes of a deck's questions, also of a removed deck; empty where no deck has the name. */
export async function storedHashes(
  db: Db,
  { name, workspaceId }: { readonly name: string; readonly workspaceId: number | undefined },
): Promise<Hashes> {
  const row = await db
    .selectFrom('decks')
    .select('id')
    .where('workspaceId', 'is not distinct from', workspaceId ?? null)
    .where('name', '=', name)
    .executeTakeFirst();
  return row ? questionHashes(db, row.id) : new Map();
}
