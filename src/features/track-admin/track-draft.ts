import { z } from 'zod';
import type { Db } from '../../db/connect.ts';
import { decksByIds } from '../../db/decks.ts';
import { findDraft, saveDraft } from '../../db/drafts.ts';
import type { Track } from '../../db/tables.ts';
import { trackById } from '../../db/tracks.ts';
import type { Context } from '../../delivery/context.ts';
import { writeAnswering } from '../../domain/answering.ts';
import type { TrackDraft } from '../../domain/track-plan.ts';
import { answeringOf } from '../tracks/answering-of.ts';

/** What a member has typed about a track so far. */
export interface StoredDraft {
  readonly channel: string;
  /** Left out for a new track. */
  readonly trackId?: number | undefined;
  readonly written: TrackDraft;
}

const STORED: z.ZodType<StoredDraft> = z.object({
  channel: z.string(),
  trackId: z.number().optional(),
  written: z.object({
    decks: z.string(),
    schedule: z.string(),
    timezone: z.string(),
    answering: z.string(),
    language: z.string(),
    topics: z.string().optional(),
    difficulties: z.string().optional(),
  }),
});

/** Whose draft it is. */
export interface DraftOwner {
  readonly draftId: string;
  readonly memberId: number;
}

export async function keepTrackDraft(
  db: Db,
  { draftId, memberId }: DraftOwner,
  draft: StoredDraft,
): Promise<void> {
  await saveDraft(db, { id: draftId, memberId, body: draft });
}

/** The member's own draft; undefined once it was saved or cancelled. */
export async function findTrackDraft(
  db: Db,
  id: string,
  memberId: number,
): Promise<StoredDraft | undefined> {
  return STORED.safeParse(await findDraft(db, id, memberId)).data;
}

/** A track the way people would write it. */
export async function draftOfTrack(db: Db, track: Track): Promise<TrackDraft> {
  const decks = await decksByIds(db, track.deckIds);
  const names = new Map(decks.map((deck) => [deck.id, deck.name]));
  return {
    decks: track.deckIds.flatMap((id) => names.get(id) ?? []).join(', '),
    schedule: track.cron,
    timezone: track.timezone,
    answering: writeAnswering(answeringOf(track)),
    language: track.language,
    topics: track.topics.join(', '),
    difficulties: track.difficulties.join(', '),
  };
}

/** A track and the way people would write it; undefined where there is none, or it was removed. */
export async function writtenTrack(
  { db }: Context,
  trackId: number,
): Promise<{ readonly track: Track; readonly written: TrackDraft } | undefined> {
  const track = await trackById(db, trackId);
  if (!track || track.status === 'removed') return undefined;
  return { track, written: await draftOfTrack(db, track) };
}
