import { PlatformError } from '../../chat/platform.ts';
import { roundById, updateRound } from '../../db/rounds.ts';
import type { Context } from '../../delivery/context.ts';

/** Why a round's work could not be done. */
export interface RoundFailure {
  /** For whoever runs the bot. */
  readonly words: string;
  /** What the platform said, where it is the platform that refused; people may read it. */
  readonly refusal?: string | undefined;
}

export function describeFailure(error: unknown): RoundFailure {
  if (error instanceof PlatformError) {
    const { refusal, message } = error;
    return { words: refusal ?? message, refusal };
  }
  return { words: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
}

/** A round is given up when the same failure came back this often, over this long. */
const EQUAL_FAILURES = 5;
const EQUAL_FOR_MS = 10 * 60_000;

/** Counts one more failure of a round's work; returns whether it is to be given up. */
export async function countFailure(
  { db, clock }: Context,
  roundId: number,
  { words }: RoundFailure,
): Promise<boolean> {
  const round = await roundById(db, roundId);
  const now = await clock.now(db);
  const isSame = round?.failure === words;
  const failures = isSame ? round.failures + 1 : 1;
  const failingSince = (isSame && round.failingSince) || now;
  await updateRound(db, roundId, { failure: words, failures, failingSince });
  return failures >= EQUAL_FAILURES && now.getTime() - failingSince.getTime() >= EQUAL_FOR_MS;
}

/** A round's work went well after all. */
export async function forgetFailures({ db }: Context, roundId: number): Promise<void> {
  await updateRound(db, roundId, { failure: null, failures: 0, failingSince: null });
}
