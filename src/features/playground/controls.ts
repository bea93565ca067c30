import { decksFor } from '../../db/decks.ts';
import { liveRounds } from '../../db/rounds.ts';
import type { Round, Track } from '../../db/tables.ts';
import { tracksInChannel, updateTrack } from '../../db/tracks.ts';
import { saveWorkspace } from '../../db/workspaces.ts';
import type { Context } from '../../delivery/context.ts';
import type { Language } from '../../domain/language.ts';
import { revealNow } from '../reveals/reveal-now.ts';
import { askNow } from '../rounds/ask-now.ts';
import { writeTrack } from '../tracks/add-track.ts';

/** The playground's one channel. */
export interface PlaygroundPlace {
  readonly workspace: string;
  readonly channel: string;
}

/** Daily, so that a visitor who stays gets a next question by itself too. */
const SCHEDULE = { cron: '0 10 * * *', timezone: 'UTC' };

/** Sees to it that the channel has a track. */
export async function ensurePlayground(
  context: Context,
  place: PlaygroundPlace,
): Promise<Track | undefined> {
  return (await findTrack(context, place)) ?? makeTrack(context, place);
}

/** Asks the very first question when somebody comes to read it, in their language. */
export async function welcomeVisitor(
  context: Context,
  place: PlaygroundPlace,
  language: Language,
): Promise<void> {
  const track = await findTrack(context, place);
  if (track && !(await hasRound(context, track.id))) await askIn(context, track, language);
}

/** Whether the track has asked something, or is about to. */
async function hasRound({ db }: Context, trackId: number): Promise<boolean> {
  const round = await db
    .selectFrom('rounds')
    .select('id')
    .where('trackId', '=', trackId)
    .where('status', '!=', 'void')
    .limit(1)
    .executeTakeFirst();
  return round !== undefined;
}

/**
 * Ends the open rounds, if there are any, and asks the next question in the visitor's language. A
 * question that is on its way already is the next one.
 */
export async function playNextRound(
  context: Context,
  place: PlaygroundPlace,
  language: Language,
): Promise<void> {
  const track = await ensurePlayground(context, place);
  if (!track || (await hasLive(context, track, 'claimed'))) return;
  while ((await revealNow(context, track.id)).type === 'closed');
  await askIn(context, track, language);
}

/**
 * Moves to the deadline of the channel's newest open round, whichever of its tracks asked it; false where
 * no round is open.
 */
export async function playDeadline(context: Context, place: PlaygroundPlace): Promise<boolean> {
  const [newest] = await openRounds(context, place);
  return newest !== undefined && (await revealNow(context, newest.trackId)).type === 'closed';
}

/** Whether a round of any of the channel's tracks is open. */
export async function isRoundOpen(context: Context, place: PlaygroundPlace): Promise<boolean> {
  return (await openRounds(context, place)).length > 0;
}

/** The channel's open rounds, the newest first. */
async function openRounds(context: Context, place: PlaygroundPlace): Promise<readonly Round[]> {
  const tracks = await tracksOf(context, place);
  const live = await Promise.all(tracks.map(({ id }) => liveRounds(context.db, id)));
  return live
    .flat()
    .filter(({ status }) => status === 'open')
    .toSorted((a, b) => b.id - a.id);
}

async function askIn(context: Context, track: Track, language: Language): Promise<void> {
  if (track.language !== language) await updateTrack(context.db, track.id, { language });
  await askNow(context, { trackId: track.id, beside: true });
}

async function hasLive({ db }: Context, { id }: Track, status: Round['status']): Promise<boolean> {
  return (await liveRounds(db, id)).some((round) => round.status === status);
}

async function findTrack(context: Context, place: PlaygroundPlace): Promise<Track | undefined> {
  const [track] = await tracksOf(context, place);
  return track;
}

async function tracksOf(context: Context, place: PlaygroundPlace): Promise<readonly Track[]> {
  const workspace = await saved(context, place);
  return tracksInChannel(context.db, workspace.id, place.channel);
}

async function makeTrack(context: Context, place: PlaygroundPlace): Promise<Track | undefined> {
  const workspace = await saved(context, place);
  const decks = await decksFor(context.db);
  if (decks.length === 0) return undefined;
  return writeTrack(context, {
    workspaceId: workspace.id,
    channel: place.channel,
    plan: {
      ...SCHEDULE,
      deckIds: decks.map(({ id }) => id),
      topics: [],
      difficulties: [],
      answeringSeconds: null,
      language: 'en',
    },
  });
}

function saved({ db }: Context, { workspace }: PlaygroundPlace) {
  return saveWorkspace(db, { platform: 'playground', externalId: workspace });
}
