import type { Track } from '../../db/tables.ts';
import type { Answering } from '../../domain/answering.ts';

/** How long a track's rounds stay open, as the domain says it. */
export function answeringOf(track: Pick<Track, 'answeringSeconds'>): Answering {
  const { answeringSeconds } = track;
  return answeringSeconds === null
    ? { type: 'until-next' }
    : { type: 'for', seconds: answeringSeconds };
}
