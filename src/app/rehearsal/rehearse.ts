import type { Message } from '../../chat/message.ts';
import type { PlatformName } from '../../chat/place.ts';
import { type Platform, PlatformError } from '../../chat/platform.ts';
import type { PlacedTrack } from '../../db/tracks.ts';
import type { PaintFormula } from '../../delivery/context.ts';
import { closesAt } from '../../domain/deadline.ts';
import { calendarOf } from '../../features/calendar/calendar-of.ts';
import { storedFacts, withFormula } from '../../features/decks/question-facts.ts';
import { checkGroup } from '../../features/notify/check-group.ts';
import { revealCard } from '../../features/reveals/reveal-card.ts';
import { questionCard } from '../../features/rounds/question-card.ts';
import { answeringOf } from '../../features/tracks/answering-of.ts';
import { inspectTrack } from '../../features/tracks/inspect-track.ts';
import { faultText } from '../../features/tracks/track-faults.ts';
import { errorText } from '../doctor/finding.ts';
import type { TrackLook } from '../open-look.ts';
import { roundsToCome, type RoundToCome } from './rounds-to-come.ts';

/** Why a platform would refuse a page, in its own words; empty where it would take it. */
export type AskPlatform = (page: Message) => Promise<readonly string[]>;

export interface RehearsalContext extends TrackLook {
  readonly paintFormula: PaintFormula;
  /** The platforms that have rules of their own. */
  readonly rules: ReadonlyMap<PlatformName, AskPlatform>;
}

export interface RehearsedRound {
  readonly dueAt: Date;
  readonly question: string;
  /** How many messages its question and its answer take; those of people come on top. */
  readonly pages: number;
  /** What would go wrong with it, each with what to do. */
  readonly faults: readonly string[];
  /** What people would see less well. */
  readonly warnings: readonly string[];
}

export interface Rehearsal {
  /** What stands in the way of every round. */
  readonly faults: readonly string[];
  /** What none of its rounds would do as it is set to. */
  readonly warnings: readonly string[];
  readonly rounds: readonly RehearsedRound[];
}

/** Goes through the next days of a track without posting anything or changing anything. */
export async function rehearse(
  context: RehearsalContext,
  placed: PlacedTrack,
  days: number,
): Promise<Rehearsal> {
  const { track, workspace } = placed;
  const faults = (await inspectTrack(context, placed)).map((one) => faultText(one, 'en'));
  const warnings = await checkGroup(context, placed, 'en');
  const platform = context.platforms.get(workspace.platform);
  if (!platform) return { faults, warnings, rounds: [] };
  const rounds: RehearsedRound[] = [];
  for (const round of await roundsToCome(context, track, days)) {
    rounds.push(await rehearseRound(context, { placed, platform, round }));
  }
  return { faults, warnings, rounds };
}

interface Scene {
  readonly placed: PlacedTrack;
  readonly platform: Platform;
  readonly round: RoundToCome;
}

async function rehearseRound(context: RehearsalContext, scene: Scene): Promise<RehearsedRound> {
  const { dueAt, question } = scene.round;
  const about = { dueAt, question: question.slug };
  try {
    const { cards, warnings } = await draw(context, scene);
    const pages = cards.flatMap(({ part, message }) =>
      scene.platform.paginate(message).map((page) => ({ part, page })),
    );
    const faults: string[] = [];
    for (const { part, page } of pages) {
      const refusals = await refusalsOf(context, scene.platform, page);
      faults.push(...refusals.map((why) => `${part} would be refused: ${why}. ${mend(scene)}`));
    }
    return { ...about, pages: pages.length, faults, warnings };
  } catch (error) {
    return { ...about, pages: 0, faults: [errorFault(error, scene)], warnings: [] };
  }
}

const errorFault = (error: unknown, scene: Scene): string =>
  error instanceof PlatformError
    ? `could not be checked: ${error.message}. Fix: try again once ${scene.platform.name} answers.`
    : `cannot be drawn: ${errorText(error)}. ${mend(scene)}`;

const mend = ({ round: { question } }: Scene): string =>
  `Fix: shorten or mend ${question.slug} in its deck; “deck show ${question.slug}” shows it as it is.`;

async function refusalsOf(
  { rules }: RehearsalContext,
  { name }: Platform,
  page: Message,
): Promise<readonly string[]> {
  return (await rules.get(name)?.(page)) ?? [];
}

interface Drawn {
  readonly cards: readonly { readonly part: string; readonly message: Message }[];
  readonly warnings: readonly string[];
}

/** The question as it is posted, and the answer to it where nobody answered. */
async function draw(
  context: RehearsalContext,
  { placed: { track }, platform, round }: Scene,
): Promise<Drawn> {
  const { dueAt, number, question } = round;
  const deadline = closesAt(answeringOf(track), await calendarOf(context.db, track), dueAt);
  const stored = await storedFacts(context, question, track.language);
  const facts = await withFormula(context, {
    ...{ ...stored, roundId: Number.MAX_SAFE_INTEGER, number, closesAt: deadline },
    threadAnswers: platform.readsThreads,
  });
  const { formula } = question.body;
  const isUndrawn = formula !== undefined && facts.formula === undefined;
  const reveal = { ...facts, answers: [], participants: 0, streaks: [] };
  return {
    cards: [
      { part: 'its question', message: questionCard(facts) },
      { part: 'its answer', message: revealCard(reveal) },
    ],
    warnings: isUndrawn
      ? [`its formula cannot be drawn and would be shown as text. Fix: mend ${question.slug}.`]
      : [],
  };
}
