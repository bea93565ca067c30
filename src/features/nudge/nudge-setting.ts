import type { Track } from '../../db/tables.ts';
import type { Context } from '../../delivery/context.ts';
import type { TrackSetting, TrackSettingOption } from '../../delivery/track-setting.ts';
import type { Language } from '../../domain/language.ts';
import { fitsNudge, readNudge } from '../../domain/nudge.ts';
import { nudgeFaultText } from './nudge-fault-text.ts';
import { nudgeTime } from './nudge-time.ts';
import { nudgesOf, saveNudge } from './nudges.ts';
import { nudgeWords } from './words/index.ts';

/** Opens the form of a track's nudge; the form has the same name. */
export const NUDGE_BUTTON = 'track-nudge';

const option: TrackSettingOption<Context> = {
  flags: '--nudge <time>',
  does: 'remind the thread so long before a round closes, once: 30m, 2h; off',
  read(_context, track, written) {
    const read = readNudge(written, track.answeringSeconds);
    if (!read.ok) return { ok: false, fault: nudgeFaultText(read.fault, 'en') };
    const nudge = { trackId: track.id, beforeSeconds: read.beforeSeconds };
    return { ok: true, save: ({ db }) => saveNudge(db, nudge) };
  },
};

export const nudgeSetting: TrackSetting<Context> = {
  name: 'nudge',
  title: (language) => nudgeWords(language).title,
  unset: (language) => nudgeWords(language).unset,
  async read({ db }, tracks, language) {
    const nudges = await nudgesOf(
      db,
      tracks.map(({ id }) => id),
    );
    return new Map(
      tracks.flatMap((track) => {
        const seconds = nudges.get(track.id);
        return seconds === undefined ? [] : [[track.id, [valueText(track, seconds, language)]]];
      }),
    );
  },
  button: ({ trackId, language }) => ({
    label: nudgeWords(language).change,
    action: { name: NUDGE_BUTTON, args: [String(trackId)] },
  }),
  options: [option],
};

function valueText(track: Track, beforeSeconds: number, language: Language): string {
  const words = nudgeWords(language);
  const time = nudgeTime(beforeSeconds, language);
  return fitsNudge(beforeSeconds, track.answeringSeconds)
    ? words.before(time)
    : words.neverComes(time);
}
