import { candidatesIn, questionById } from '../../db/decks.ts';
import { askedQuestions } from '../../db/rounds.ts';
import type { QuestionRow, Track } from '../../db/tables.ts';
import { type AskedQuestion, pickQuestion } from '../../domain/pick-question.ts';
import { roundsOfTracks } from '../../features/calendar/rounds-ahead.ts';
import { questionSeed } from '../../features/rounds/claim-round.ts';
import type { TrackLook } from '../open-look.ts';

/** A round as it would come if nothing changed until then. */
export interface RoundToCome {
  readonly dueAt: Date;
  readonly number: number;
  readonly question: QuestionRow;
}

const DAY_MS = 86_400_000;

/** A track that asks every few minutes has thousands in a week; its first ones show what the others would. */
const MOST_ROUNDS = 50;

/** The rounds of the next days with their questions, which a track picks by rule and not by chance. */
export async function roundsToCome(
  { db, clock }: Pick<TrackLook, 'db' | 'clock'>,
  track: Track,
  days: number,
): Promise<readonly RoundToCome[]> {
  const now = await clock.now(db);
  const until = new Date(now.getTime() + days * DAY_MS);
  const [ahead] = await roundsOfTracks({ db, clock }, [asIfResumed(track, now)], MOST_ROUNDS);
  const dues = (ahead?.asked ?? []).filter((due) => due <= until);
  const pool = await candidatesIn(db, track);
  const asked: AskedQuestion[] = [...(await askedQuestions(db, track.id))];
  const rounds: RoundToCome[] = [];
  for (const dueAt of dues) {
    const pick = pickQuestion(pool, asked, questionSeed(track.id));
    const question = pick && (await questionById(db, pick.questionId));
    if (!question) break;
    asked.push(pick);
    rounds.push({ dueAt, number: asked.length, question });
  }
  return rounds;
}

/** A suspended track asks again as soon as what stands in its way is mended. */
const asIfResumed = (track: Track, now: Date): Track =>
  track.status === 'suspended' ? { ...track, status: 'active', nextDueAt: now } : track;
