import type { Track } from '../../db/tables.ts';
import type { Context } from '../../delivery/context.ts';
import type { TrackSetting } from '../../delivery/track-setting.ts';
import { type Day, dayAt } from '../../domain/day.ts';
import { dayText } from '../../i18n/day-text.ts';
import { trackAdminWords } from './words/index.ts';

/** Opens the form of a pause; the form has the same name. */
export const PAUSE_BUTTON = 'track-pause-until';

/** On the command line, `track pause --until` sets it. */
export const pauseSetting: TrackSetting<Context> = {
  name: 'paused-until',
  title: (language) => trackAdminWords(language).pauseTitle,
  unset: (language) => trackAdminWords(language).notPaused,
  read: (_context, tracks, language) =>
    Promise.resolve(
      new Map(
        tracks.flatMap((track) => {
          const end = pauseEnd(track);
          return end === undefined ? [] : [[track.id, [dayText(end, language)]]];
        }),
      ),
    ),
  button: ({ trackId, language }) => ({
    label: trackAdminWords(language).changePause,
    action: { name: PAUSE_BUTTON, args: [String(trackId)] },
  }),
  options: [],
};

/** The day on which a track goes on by itself; undefined for one that is not paused, or without an end. */
export function pauseEnd({ resumesAt, timezone }: Track): Day | undefined {
  return resumesAt ? dayAt(resumesAt, timezone) : undefined;
}
