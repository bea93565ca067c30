import type { PlatformName } from '../../chat/place.ts';
import type { Context } from '../../delivery/context.ts';
import { type ExplainedRound, explainStreak } from '../../domain/streak-ledger.ts';
import { type ChannelTracks, type TrackHere, tracksHere } from '../tracks/tracks-here.ts';
import { readLedger } from './read-ledger.ts';

export interface Why {
  readonly type: 'why';
  readonly at: TrackHere;
  /** The other tracks that were to choose from. */
  readonly others: readonly TrackHere[];
  /** The rounds of the page, newest first. */
  readonly rounds: readonly ExplainedRound[];
  /** From 1, where the newest rounds are. */
  readonly page: number;
  readonly pages: number;
}

const ROUNDS_A_PAGE = 7;

/** Explains a page of a member's marks: in the track named, else in the first one of the channel or the workspace. */
export async function showWhy(
  { db }: Context,
  where: ChannelTracks & { readonly platform: PlatformName },
  asked: { readonly memberId: number; readonly page: number },
): Promise<Why | { readonly type: 'no-tracks' }> {
  const [at] = await tracksHere(db, where);
  if (!at) return { type: 'no-tracks' };
  const { workspaceId, channel, language } = where;
  const tracks = await tracksHere(db, { workspaceId, channel, language });
  const of = { trackId: at.track.id, memberId: asked.memberId, platform: where.platform };
  const all = explainStreak(await readLedger(db, of)).toReversed();
  const pages = Math.max(1, Math.ceil(all.length / ROUNDS_A_PAGE));
  const page = Math.min(Math.max(1, asked.page), pages);
  const from = (page - 1) * ROUNDS_A_PAGE;
  return {
    ...{ type: 'why', at, page, pages },
    others: tracks.filter(({ track }) => track.id !== at.track.id),
    rounds: all.slice(from, from + ROUNDS_A_PAGE),
  };
}
