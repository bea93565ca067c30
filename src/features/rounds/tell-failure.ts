import type { Context } from '../../delivery/context.ts';
import { tellManagers } from '../tracks/tell-managers.ts';
import type { FailedPart } from './jobs.ts';
import { roundFailedCard } from './round-failed-card.ts';
import { withRoundLock } from './with-round.ts';

/** Tells a channel once what of a round could not be put there, and why. */
export async function tellFailure(
  context: Context,
  { roundId, part, refusal }: FailedPart,
): Promise<void> {
  await withRoundLock(context, roundId, async ({ round, track, workspace, platform }) => {
    if (track.status === 'removed') return;
    const facts = { number: round.number, part, refusal };
    const where = { channel: track.channel, workspace: workspace.name };
    await tellManagers(context, {
      ...{ track, workspace, platform, key: `round-${roundId}-failed-${part}` },
      inChannel: roundFailedCard({ language: track.language, ...facts }),
      elsewhere: (language) => roundFailedCard({ language, ...facts, where }),
    });
  });
}
