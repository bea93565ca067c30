import { type Selectable, sql } from 'kysely';
import { builtOnce, type InputOf } from '../../db/built-once.ts';
import type { Db } from '../../db/connect.ts';
import { prepared } from '../../db/prepared.ts';
import type { StudyCardTable } from '../../db/tables/study-cards.ts';
import type { Language } from '../../domain/language.ts';
import type { StudyCard } from '../../domain/memory/study-card.ts';
import type { Difficulty } from '../../domain/question.ts';

/** A member's card of a question that they may be asked, whether or not they have met it. */
export interface StoredCard extends StudyCard {
  readonly deckId: number;
  /** The question's own. */
  readonly difficulty: Difficulty;
}

export interface CardFilter {
  readonly memberId: number;
  /** The questions come from its decks and from those of the installation. */
  readonly workspaceId: number;
  /** The questions must have it. */
  readonly language: Language;
  /** Only questions that the member has met, or that a track of the workspace or an interview is about. */
  readonly inUse?: boolean;
}

/** The cards of all questions that a member may be asked, in the order of the questions, without their words. */
export async function loadCards(db: Db, filter: CardFilter): Promise<readonly StoredCard[]> {
  const rows = await (filter.inUse ? cardsInUse : allCards)(db, filter);
  return rows.map(
    ({ questionId, topic, questionDifficulty: difficulty, deckId, classic, ...row }) => ({
      ...{ questionId, topic, difficulty, deckId, classic },
      ...learned(row),
    }),
  );
}

type Whose = Omit<CardFilter, 'inUse'>;

const selectCards = (db: Db, given: InputOf<Whose>) =>
  db
    .selectFrom('questions')
    .modifyFront(prepared)
    .innerJoin('decks', 'decks.id', 'questions.deckId')
    .leftJoin('studyCards as card', (join) =>
      join
        .onRef('card.questionId', '=', 'questions.id')
        .on('card.memberId', '=', given('memberId')),
    )
    .select([
      'questions.id as questionId',
      'questions.topic',
      'questions.difficulty as questionDifficulty',
    ])
    .select(['questions.deckId', 'questions.classic'])
    .select(['card.metOn', 'card.stability', 'card.difficulty', 'card.reviewedOn', 'card.dueOn'])
    .select(['card.reviews', 'card.lapses', 'card.missed'])
    .where('decks.removedAt', 'is', null)
    .where((eb) =>
      eb.or([
        eb('decks.workspaceId', 'is', null),
        eb('decks.workspaceId', '=', given('workspaceId')),
      ]),
    )
    .where('questions.retiredAt', 'is', null)
    .where('questions.recallable', '=', true)
    .where((eb) => eb(given('language'), '=', eb.fn.any('questions.languages')))
    .orderBy('questions.id');

/** A statement without optional conditions, so that the server can keep its plan: planning takes longest of all. */
const allCards = builtOnce(selectCards);

const cardsInUse = builtOnce((db, given: InputOf<Whose>) =>
  selectCards(db, given).where(isOfUse(given)),
);

/**
 * Whether the member has met the question, or a track of the workspace or an interview is about its deck. Where the
 * workspace has no track, every deck is of use.
 */
const isOfUse = (given: InputOf<Whose>) => sql<boolean>`(
  card.member_id is not null
  or decks.id in (select deck_id from interviews where member_id = ${given('memberId')})
  or coalesce(
    decks.id = any((
      select array_agg(deck_id) from tracks, unnest(deck_ids) as deck_id
      where workspace_id = ${given('workspaceId')} and status <> 'removed'
    )::integer[]),
    true
  )
)`;

type CardRow = Omit<Selectable<StudyCardTable>, 'memberId' | 'questionId'>;

type Learned = Pick<StudyCard, 'metOn' | 'memory' | 'missed'>;

/** What a row says of a member's card; nothing where an outer join found no row. */
export function learned(row: {
  readonly [Column in keyof CardRow]: CardRow[Column] | null;
}): Learned {
  const { metOn, missed } = row;
  const memory = memoryOf(row);
  return {
    ...(metOn !== null && { metOn }),
    ...(memory && { memory }),
    ...(missed && missed.length > 0 && { missed }),
  };
}

/** The memory of a reviewed card; these six columns are null together until the first review. */
function memoryOf(row: { readonly [Column in keyof CardRow]: CardRow[Column] | null }) {
  const { stability, difficulty, reviewedOn, dueOn, reviews, lapses } = row;
  if (stability === null || difficulty === null || reviewedOn === null) return undefined;
  if (dueOn === null || reviews === null || lapses === null) return undefined;
  return { stability, difficulty, reviewedOn, dueOn, reviews, lapses };
}
