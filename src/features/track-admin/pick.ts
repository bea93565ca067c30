import type { Message } from '../../chat/message.ts';
import type { Track } from '../../db/tables.ts';
import { tracksInChannel } from '../../db/tracks.ts';
import type { Request } from '../shared/feature.ts';
import { warn } from '../shared/reply.ts';
import { findOwnTrack, type FoundTrack } from '../tracks/find-own-track.ts';
import { trackCommandSpan } from '../tracks/track-command.ts';
import { withDeckTitles } from '../tracks/tracks-here.ts';
import { trackChoiceCard, trackNumbersCard } from './track-choice-card.ts';
import { trackAdminWords } from './words/index.ts';

/**
 * The track a member means: by its number, or the only one of the channel. Where there are several, a
 * button for each leads to the action `then`; without one, only their numbers are told.
 */
export async function pickTrack(
  request: Request,
  given: string | undefined,
  then?: string,
): Promise<FoundTrack> {
  if (given !== undefined) return findOwnTrack(request, given);
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
