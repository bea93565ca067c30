import type { MessageRef } from '../../chat/place.ts';
import { type OpenedThread, PlatformError } from '../../chat/platform.ts';
import { roundById, updateRound } from '../../db/rounds.ts';
import type { Round } from '../../db/tables.ts';
import type { Context } from '../../delivery/context.ts';
import { inTransaction } from '../../delivery/in-transaction.ts';
import { findPosted, postPages } from '../../delivery/post-once.ts';
import { type Calendar, nextAsked } from '../../domain/calendar.ts';
import { closesAt } from '../../domain/deadline.ts';
import { calendarOf } from '../calendar/calendar-of.ts';
import { textIn } from '../decks/question-facts.ts';
import { groupToNotify } from '../notify/group-to-notify.ts';
import { notifying } from '../notify/notifying.ts';
import { answeringOf } from '../tracks/answering-of.ts';
import type { RoundFailure } from './failures.ts';
import { giveUpPart, giveUpQuestion } from './give-up-part.ts';
import { catchUpJob, inChannelOf } from './jobs.ts';
import { questionCard } from './question-card.ts';
import { roundFacts } from './round-facts.ts';
import { moveRound } from './round-state.ts';
import { threadTitle } from './thread-title.ts';
import { voidRound } from './void-round.ts';
import { type RoundContext, withRound } from './with-round.ts';

/** The key its question bears on the platform. */
const questionKey = (roundId: number): string => `round-${roundId}-question`;

/** Posts a claimed round's question and opens its thread. Safe to repeat after any failure. */
export async function askRound(context: Context, roundId: number): Promise<void> {
  await withRound(context, roundId, {
    work: async (at) => {
      const posted = at.round.status === 'claimed' ? await postQuestion(context, at) : at;
      if (posted?.round.status === 'open') await openThread(context, posted);
    },
    giveUp: (at, failure) => giveUpAsking(context, at, failure),
  });
}

/** The question may stand by now, and only its thread be missing. */
async function giveUpAsking(
  context: Context,
  at: RoundContext,
  failure: RoundFailure,
): Promise<void> {
  const round = await roundById(context.db, at.round.id);
  if (round?.status === 'claimed') return giveUpQuestion(context, at, failure);
  // A round that is void by now owes nothing more.
  if (round?.status !== 'void') await giveUpPart(context, at, { part: 'thread', failure });
}

async function postQuestion(context: Context, at: RoundContext): Promise<RoundContext | undefined> {
  const place = { workspace: at.workspace.externalId, channel: at.track.channel };
  const key = questionKey(at.round.id);
  const post = { platform: at.platform, place, key: `${key}-1` };
  // Every attempt states its deadline first: without one there was none.
  const stands = at.round.closesAt !== null && (await findPosted(context, post));
  const round = stands ? at.round : await stateDeadline(context, at);
  if (!round) return undefined;
  const question = questionCard(await roundFacts(context, round, at.workspace));
  const card = notifying(question, await groupToNotify(context, at));
  const message = await postPages(context, { platform: at.platform, place, message: card, key });
  context.observe({ type: 'round-posted' });
  return recordPosted(context, at, message);
}

/**
 * Records that a question was posted. Returns undefined where its track was removed meanwhile: the round is void and
 * stays so.
 */
async function recordPosted(
  context: Context,
  at: RoundContext,
  message: MessageRef,
): Promise<RoundContext | undefined> {
  const openedAt = context.clock.instant();
  const moved = await moveRound(context.db, at.round.id, { type: 'open', openedAt, message });
  if (moved.type === 'moved') return { ...at, round: moved.round };
  const about = { round: at.round.id, status: moved.status };
  context.log.info(about, 'posted a question whose round had ended meanwhile');
  return undefined;
}

async function giveUpLate(context: Context, roundId: number): Promise<void> {
  const reason = 'could not be posted in time';
  await inTransaction(context, (inside) =>
    voidRound(inside, { roundId, type: 'void-unposted', reason }),
  );
}

/**
 * Lets go of an open round whose question people deleted before it had a thread: hardly anyone saw it,
 * so it counts for nothing, also for anyone who was quick enough to answer. The track goes on.
 */
async function giveUpDeleted(context: Context, roundId: number): Promise<void> {
  const reason = 'its question was deleted';
  await inTransaction(context, (inside) =>
    voidRound(inside, { roundId, type: 'void-deleted', reason }),
  );
}

/**
 * The deadline counts from the attempt that posts it, so an outage takes no one's time to answer. Undefined
 * where it is too late to ask: then the round is void.
 */
async function stateDeadline(
  context: Context,
  { round, track }: RoundContext,
): Promise<Round | undefined> {
  const opensAt = await context.clock.now(context.db);
  const calendar = await calendarOf(context.db, track);
  if (isStale(round, calendar, opensAt)) {
    await giveUpLate(context, round.id);
    return undefined;
  }
  const deadline = closesAt(answeringOf(track), calendar, opensAt);
  return updateRound(context.db, round.id, { closesAt: deadline });
}

/** A question whose successor is due already would only crowd the channel. */
function isStale(round: Round, calendar: Calendar, now: Date): boolean {
  const successor = nextAsked(calendar, round.dueAt);
  return successor !== undefined && successor <= now;
}

async function openThread(context: Context, at: RoundContext): Promise<void> {
  const { round, track } = at;
  if (round.thread || !round.message) return;
  const opened = await threadUnder(round.message, at);
  if (!opened) return giveUpDeleted(context, round.id);
  const { thread, isNew } = opened;
  // Nobody can have written there before; what is said from then on is heard, on record or not.
  if (isNew) return void (await updateRound(context.db, round.id, { thread }));
  await inTransaction(context, async ({ db, enqueue }) => {
    await updateRound(db, round.id, { thread });
    // Someone may have replied before the thread was on record.
    await enqueue(db, inChannelOf(track, catchUpJob), { roundId: round.id });
  });
}

/** Opens the thread under a question; undefined where people have deleted the question. */
async function threadUnder(
  question: MessageRef,
  { platform, round }: RoundContext,
): Promise<OpenedThread | undefined> {
  try {
    return await platform.openThread(question, titleOf(round));
  } catch (error) {
    if (!(error instanceof PlatformError) || error.fault.code !== 'message-gone') throw error;
    return undefined;
  }
}

function titleOf({ language, number, question }: Round): string {
  return threadTitle(language, number, textIn(question, language).question);
}
