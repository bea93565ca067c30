import { lockTrack } from '../../db/tracks.ts';
import type { Context } from '../../delivery/context.ts';
import type { TrackSetting, TrackSettingOption } from '../../delivery/track-setting.ts';
import type { SkippedDays } from '../../domain/calendar.ts';
import { dayAt } from '../../domain/day.ts';
import type { Language } from '../../domain/language.ts';
import { readSkips } from '../../domain/skipped-days.ts';
import { calendarsOf, namedByPeople } from './calendar-of.ts';
import { replaceSkips } from './skip-days.ts';
import { skipFaultText, skipText } from './skips-text.ts';
import { calendarWords } from './words/index.ts';

/** Opens the form of the days that a track skips; the form has the same name. */
export const SKIP_BUTTON = 'track-skip';

/** How many days or ranges a line names; the form holds them all. */
const SHOWN_SKIPS = 3;

const option: TrackSettingOption<Context> = {
  flags: '--skip <days>',
  does: 'days without a question: “2026-12-24 – 2027-01-08 New Year, 2027-05-01”; off',
  async read({ db, clock }, track, written) {
    const today = dayAt(await clock.now(db), track.timezone);
    const read = readSkips(written.trim().toLowerCase() === 'off' ? '' : written, today);
    if (!read.ok) {
      return { ok: false, fault: read.faults.map((one) => skipFaultText(one, 'en')).join(' ') };
    }
    return {
      ok: true,
      async save(inside) {
        const locked = await lockTrack(inside.db, track.id);
        if (locked) await replaceSkips(inside, locked, read.skips);
      },
    };
  },
};

export const skipSetting: TrackSetting<Context> = {
  name: 'skip',
  title: (language) => calendarWords(language).title,
  unset: (language) => calendarWords(language).unset,
  async read({ db, clock }, tracks, language) {
    const calendars = await calendarsOf(db, tracks);
    const now = await clock.now(db);
    return new Map(
      tracks.flatMap(({ id, timezone }, index) => {
        const today = dayAt(now, timezone);
        const calendar = calendars[index];
        const named = calendar ? namedByPeople(calendar) : [];
        const ahead = named.filter(({ until }) => until >= today);
        return ahead.length === 0 ? [] : [[id, [valueText(ahead, language)]]];
      }),
    );
  },
  button: ({ trackId, language }) => ({
    label: calendarWords(language).change,
    action: { name: SKIP_BUTTON, args: [String(trackId)] },
  }),
  options: [option],
};

function valueText(skips: readonly SkippedDays[], language: Language): string {
  const shown = skips.slice(0, SHOWN_SKIPS).map((skip) => skipText(skip, language));
  const more = skips.length - shown.length;
  return [...shown, ...(more > 0 ? [calendarWords(language).more(more)] : [])].join('; ');
}
