import { cutInput } from '../../chat/cut.ts';
import type { Response } from '../../chat/event.ts';
import type { Track } from '../../db/tables.ts';
import { trackById } from '../../db/tracks.ts';
import type { Request } from '../shared/feature.ts';
import { warn } from '../shared/reply.ts';
import { trackCommandSpan } from './track-command.ts';
import { trackWords } from './words/index.ts';

export type FoundTrack =
  | { readonly type: 'track'; readonly track: Track }
  /** What to answer instead. */
  | { readonly type: 'unclear'; readonly response: Response };

/** A track of the caller's workspace by its number. Another's is not found, and neither is a removed one. */
export async function findOwnTrack(
  { context, workspace, language }: Request,
  given: string,
): Promise<FoundTrack> {
  const [, number] = /^#?(\d{1,9})$/.exec(given.trim()) ?? [];
  const track = number === undefined ? undefined : await trackById(context.db, Number(number));
  const isHere = track?.workspaceId === workspace.id && track.status !== 'removed';
  if (isHere) return { type: 'track', track };
  const { notFound } = trackWords(language);
  const told = notFound({
    given: cutInput(given),
    list: trackCommandSpan(language, 'list'),
  });
  return { type: 'unclear', response: warn(told) };
}
