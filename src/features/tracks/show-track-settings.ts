import type { Message } from '../../chat/message.ts';
import type { Track } from '../../db/tables.ts';
import type { Request } from '../shared/feature.ts';
import { readTrackSettings } from './read-track-settings.ts';
import { trackFacts } from './track-facts.ts';
import { trackSettingsCard } from './track-settings-card.ts';

/** `/track settings`, and what its buttons and forms show once they have changed something. */
export async function showTrackSettings(
  { context, language }: Pick<Request, 'context' | 'language'>,
  track: Track,
): Promise<Message> {
  const facts = await trackFacts(context.db, { channel: track.channel, plan: track, language });
  const settingsOf = await readTrackSettings(context, [track], language);
  return trackSettingsCard({
    ...facts,
    ...{ number: track.id, language, settings: settingsOf(track.id) },
  });
}
