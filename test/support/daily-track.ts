import type { PlatformName } from '../../src/chat/place.ts';
import type { Database } from '../../src/db/connect.ts';
import type { Track } from '../../src/db/tables.ts';
import { insertTrack, type NewTrack } from '../../src/db/tracks.ts';
import { saveWorkspace } from '../../src/db/workspaces.ts';

/** A track of the first deck in a channel, without asking its platform; its id. */
export async function insertDailyTrack(
  db: Database,
  { workspace: externalId, channel }: { readonly workspace: string; readonly channel: string },
  change: Partial<NewTrack & Pick<Track, 'status' | 'suspendedReason' | 'suspendedDetail'>> = {},
  platform: PlatformName = 'discord',
): Promise<number> {
  const [workspace, deck] = await Promise.all([
    saveWorkspace(db, { platform, externalId }),
    db.selectFrom('decks').select('id').orderBy('id').executeTakeFirstOrThrow(),
  ]);
  const plan = { deckIds: [deck.id], topics: [], difficulties: [], language: 'en' as const };
  const times = { cron: '0 10 * * *', timezone: 'UTC', answeringSeconds: 3600, nextDueAt: null };
  const track = { workspaceId: workspace.id, channel, ...plan, ...times, ...change };
  return (await insertTrack(db, track)).id;
}
