import { isolated } from '../../chat/displayable.ts';
import { PlatformError } from '../../chat/platform.ts';
import type { PlacedTrack } from '../../db/tracks.ts';
import type { Context } from '../../delivery/context.ts';
import type { Language } from '../../domain/language.ts';
import { groupsHere } from './read-group.ts';
import { type StoredGroup, storedGroup } from './stored-groups.ts';
import { notifyWords } from './words/index.ts';

/** Why a question of the track would notify nobody of its group now; empty when all is well. */
export async function checkGroup(
  context: Pick<Context, 'db' | 'platforms' | 'log'>,
  placed: PlacedTrack,
  language: Language,
): Promise<readonly string[]> {
  const group = await storedGroup(context.db, placed.track.id);
  if (!group) return [];
  const fault = await faultOf(context, placed, group);
  return fault ? [notifyWords(language)[fault](isolated(`@${group.name}`))] : [];
}

async function faultOf(
  { platforms, log }: Pick<Context, 'platforms' | 'log'>,
  { track, workspace }: PlacedTrack,
  { id }: StoredGroup,
): Promise<'isGone' | 'isSilent' | undefined> {
  const platform = platforms.get(workspace.platform);
  const told = await groupsHere(platform, workspace.externalId);
  if (!platform || told.type !== 'told') return undefined;
  if (!told.groups.some((group) => group.id === id)) return 'isGone';
  try {
    const place = { workspace: workspace.externalId, channel: track.channel };
    return (await platform.mayNotify(place, id)) ? undefined : 'isSilent';
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    log.warn({ track: track.id, group: id, err: error }, 'could not check a group to notify');
    return undefined;
  }
}
