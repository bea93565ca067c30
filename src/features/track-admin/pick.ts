import { cut } from '../../chat/cut.ts';
import type { Response } from '../../chat/event.ts';
import type { Message } from '../../chat/message.ts';
import type { Track } from '../../db/tables.ts';
import { trackById, tracksInChannel } from '../../db/tracks.ts';
import type { Request } from '../shared/feature.ts';
import { warn } from '../shared/reply.ts';
import { trackCommandSpan } from '../tracks/track-command.ts';
import { withDeckTitles } from '../tracks/tracks-here.ts';
import { trackWords } from '../tracks/words/index.ts';
import { trackChoiceCard, trackNumbersCard } from './track-choice-card.ts';
import { trackAdminWords } from './words/index.ts';

export type Picked =
  | { readonly type: 'track'; readonly track: Track }
  /** What to answer instead: there is none, or the caller has to say which. */
  | { readonly type: 'unclear'; readonly response: Response };

/** What was written in place of a number is shown no longer than this. */
const GIVEN_LENGTH = 60;

/**
 * The track a member means: by its number, or the only one of the channel. Where there are several, a
 * button for each leads to the action `then`; without one, only their numbers are told.
 */
export async function pickTrack(
  request: Request,
  given: string | undefined,
  then?: string,
): Promise<Picked> {
  if (given !== undefined) return pickByNumber(request, given);
  const { context, workspace, caller, language } = request;
  const here = await tracksInChannel(context.db, workspace.id, caller.channel);
  const [first] = here;
  if (!first) {
    const { noneHere } = trackAdminWords(language);
    const none = noneHere({
      list: trackCommandSpan(language, 'list'),
      add: trackCommandSpan(language, 'add'),
    });
    return { type: 'unclear', response: warn(none) };
  }
  if (here.length === 1) return { type: 'track', track: first };
  const message = await choiceCard(request, here, then);
  return { type: 'unclear', response: { type: 'reply', message } };
}

/** Another workspace's track is not found, and neither is a removed one. */
async function pickByNumber(request: Request, given: string): Promise<Picked> {
  const { context, workspace, language } = request;
  const [, number] = /^#?(\d{1,9})$/.exec(given.trim()) ?? [];
  const track = number === undefined ? undefined : await trackById(context.db, Number(number));
  const isHere = track?.workspaceId === workspace.id && track.status !== 'removed';
  if (isHere) return { type: 'track', track };
  const { notFound } = trackWords(language);
  const told = notFound({
    given: cut(given, GIVEN_LENGTH),
    list: trackCommandSpan(language, 'list'),
  });
  return { type: 'unclear', response: warn(told) };
}

async function choiceCard(
  { context, workspace, language }: Request,
  tracks: readonly Track[],
  then: string | undefined,
): Promise<Message> {
  const rows = await withDeckTitles(context.db, tracks, { workspaceId: workspace.id, language });
  const choices = rows.map(({ track, deck }) => ({ number: track.id, deck }));
  return then === undefined
    ? trackNumbersCard(choices, language)
    : trackChoiceCard(choices, then, language);
}
