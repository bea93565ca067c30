import { decksFor } from '../db/decks.ts';
import { lastRound } from '../db/rounds.ts';
import type { Track } from '../db/tables.ts';
import { tracksInChannel, updateTrack } from '../db/tracks.ts';
import { saveWorkspace } from '../db/workspaces.ts';
import type { Language } from '../domain/language.ts';
import { writeTrack } from './tracks/add-track.ts';
import { askNow } from './rounds/ask-now.ts';
import type { Context } from './context.ts';
import { revealNow } from './rounds/reveal-now.ts';

/** The playground's one channel. */
export interface PlaygroundPlace {
  readonly workspace: string;
  readonly channel: string;
}

/** Daily, so that a visitor who stays gets a next question by itself too. */
const SCHEDULE = { cron: '0 10 * * *', timezone: 'UTC' };

/** Sees to it that the channel has a track, and the first question on its way. */
export async function ensurePlayground(context: Context, place: PlaygroundPlace): Promise<void> {
  const track = (await findTrack(context, place)) ?? (await makeTrack(context, place));
  if (track && !(await lastRound(context.db, track.id))) await askNow(context, track.id);
}

/** Ends the open round, if there is one, and asks the next question in the visitor's language. */
export async function playNextRound(
  context: Context,
  place: PlaygroundPlace,
  language: Language,
): Promise<void> {
  const track = await findTrack(context, place);
  if (!track) return;
  await revealNow(context, track.id);
  if (track.language !== language) await updateTrack(context.db, track.id, { language });
  await askNow(context, track.id);
}

/** Moves to the open round's deadline. */
export async function playDeadline(context: Context, place: PlaygroundPlace): Promise<void> {
  const track = await findTrack(context, place);
  if (track) await revealNow(context, track.id);
}

async function findTrack(context: Context, place: PlaygroundPlace): Promise<Track | undefined> {
  const workspace = await saved(context, place);
  const [track] = await tracksInChannel(context.db, workspace.id, place.channel);
  return track;
}

async function makeTrack(context: Context, place: PlaygroundPlace): Promise<Track | undefined> {
  const workspace = await saved(context, place);
  const [deck] = await decksFor(context.db);
  if (!deck) return undefined;
  return writeTrack(context, context.db, {
    workspaceId: workspace.id,
    channel: place.channel,
    plan: {
      ...SCHEDULE,
      deckIds: [deck.id],
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
