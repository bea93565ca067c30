import { questionById } from '../../../db/decks.ts';
import { isRowId } from '../../../db/row-id.ts';
import type { Contest } from '../../../db/tables.ts';
import type { Context } from '../../../delivery/context.ts';
import { type Language, LANGUAGES } from '../../../domain/language.ts';
import { pageAt } from '../../../domain/page.ts';
import type { Question } from '../../../domain/question.ts';
import { textIn } from '../../decks/question-facts.ts';
import type { Manager } from '../own-suggestion.ts';
import type { ContestedPoint, CountedPoint, WordingFacts } from './contest-card.ts';
import { oftenContested, openWordings, settleWording } from './contest-queries.ts';

export interface ContestReview {
  readonly wording: WordingFacts | undefined;
  /** Points that many people contest, whose phrasings are worth a look. */
  readonly often: readonly CountedPoint[];
}

interface Where {
  readonly workspaceId: number;
  readonly language: Language;
}

/** A workspace's undecided wordings, one at a time: the one asked for, or the one after it. Never whose they are. */
export async function reviewContests(
  context: Context,
  where: Where,
  id?: number,
): Promise<ContestReview> {
  const often = await readOftenContested(context, where);
  const page = pageAt(await openWordings(context.db, where.workspaceId), id);
  if (!page) return { wording: undefined, often };
  const { item, ...place } = page;
  const point = await pointOf(context, item, item.language);
  return { wording: { ...place, ...point, id: item.id, text: item.wording ?? '' }, often };
}

/** The points that many people contest, in words. */
export async function readOftenContested(
  context: Context,
  { workspaceId, language }: Where,
): Promise<readonly CountedPoint[]> {
  const often = await oftenContested(context.db, workspaceId);
  return often.map(({ body, point, people, answered }) => ({
    ...pointIn(body, point, language),
    ...{ people, answered },
  }));
}

/** How many things there are to look at. */
export async function countContests({ db }: Context, workspaceId: number): Promise<number> {
  const often = await oftenContested(db, workspaceId);
  return often.length + (await openWordings(db, workspaceId)).length;
}

/** A point in words; one that its question has no more is named by its id. */
export async function pointOf(
  { db }: Context,
  { questionId, point }: Pick<Contest, 'questionId' | 'point'>,
  language: Language,
): Promise<ContestedPoint> {
  const row = await questionById(db, questionId);
  if (!row) throw new Error(`there is no question ${questionId}`);
  return pointIn(row.body, point, language);
}

function pointIn(body: Question, point: string, language: Language): ContestedPoint {
  const labels = [language, ...LANGUAGES].flatMap((one) =>
    (body[one]?.keyPoints ?? []).filter(({ id }) => id === point),
  );
  return { question: textIn(body, language).question, label: labels[0]?.label ?? point };
}

/** Takes a wording for another way to say its point, or turns it down. */
export async function decideWording(
  { db, clock }: Context,
  { workspaceId }: Manager,
  { id, accept }: { readonly id: number; readonly accept: boolean },
): Promise<'settled' | 'settled-before'> {
  if (!isRowId(id)) return 'settled-before';
  const at = await clock.now(db);
  const decision = accept ? { acceptedAt: at } : { declinedAt: at };
  const settled = await settleWording(db, { id, workspaceId }, decision);
  return settled ? 'settled' : 'settled-before';
}
