import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { isolated } from '../../../chat/displayable.ts';
import { lockTrack } from '../../../db/tracks.ts';
import type { Context } from '../../../delivery/context.ts';
import type { TrackSetting, TrackSettingOption } from '../../../delivery/track-setting.ts';
import { dayAt } from '../../../domain/day.ts';
import type { Language } from '../../../domain/language.ts';
import { dayText } from '../../../i18n/day-text.ts';
import { calendarsOf, type StoredSkip } from '../calendar-of.ts';
import { calendarWords } from '../words/index.ts';
import { type IcsFault, MOST_ICS_BYTES } from './ics-fault.ts';
import { icsFaultText } from './ics-fault-text.ts';
import { keepIcs } from './keep-ics.ts';
import { type GivenIcs, takeIcs, textOfIcs } from './take-ics.ts';
import { icsOfTracks, type KnownIcs } from './track-calendars.ts';

/** Opens the form of a track's calendar; the form has the same name. */
export const ICS_BUTTON = 'track-calendar';

const option: TrackSettingOption<Context> = {
  flags: '--calendar <ics>',
  does: 'days without a question from a calendar: an https:// address or a file, .ics; off',
  async read(context, track, written) {
    const given = written.trim().toLowerCase() === 'off' ? undefined : await typedIcs(written);
    const refused = (fault: IcsFault) => ({ ok: false, fault: icsFaultText(fault, 'en') }) as const;
    if (given && 'code' in given) return refused(given);
    const taken = given && (await takeIcs(context, track, given));
    if (taken && !taken.ok) return refused(taken.fault);
    return {
      ok: true,
      async save(inside) {
        const locked = await lockTrack(inside.db, track.id);
        if (locked) await keepIcs(inside, locked, taken?.ics);
      },
    };
  },
};

/** What the operator types is an address, or the path of a file. */
async function typedIcs(written: string): Promise<GivenIcs | IcsFault> {
  if (/^\w+:\/\//.test(written)) return { type: 'address', written };
  try {
    const { size } = await stat(written);
    if (size > MOST_ICS_BYTES) return { code: 'ics-too-large', mostBytes: MOST_ICS_BYTES };
    return { type: 'file', name: basename(written), text: textOfIcs(await readFile(written)) };
  } catch {
    return { code: 'ics-file-not-read', given: written };
  }
}

export const icsSetting: TrackSetting<Context> = {
  name: 'calendar',
  title: (language) => calendarWords(language).ics.title,
  unset: (language) => calendarWords(language).ics.unset,
  async read({ db, clock }, tracks, language) {
    const known = await icsOfTracks(
      db,
      tracks.map(({ id }) => id),
    );
    if (known.size === 0) return new Map();
    const calendars = await calendarsOf(db, tracks);
    const now = await clock.now(db);
    return new Map(
      tracks.flatMap(({ id, timezone }, index) => {
        const ics = known.get(id);
        const skips = calendars[index]?.skips ?? [];
        const shown = { skips, timezone, today: dayAt(now, timezone), language };
        return ics ? [[id, [icsText(ics, shown)]]] : [];
      }),
    );
  },
  button: ({ trackId, language }) => ({
    label: calendarWords(language).ics.title,
    action: { name: ICS_BUTTON, args: [String(trackId)] },
  }),
  options: [option],
};

interface ShownIcs {
  readonly skips: readonly StoredSkip[];
  readonly timezone: string;
  readonly today: number;
  readonly language: Language;
}

/** How many days off are ahead, and since when and why the calendar cannot be read. */
function icsText(ics: KnownIcs, { skips, timezone, today, language }: ShownIcs): string {
  const words = calendarWords(language).ics;
  const ahead = skips.filter(({ fromCalendar, until }) => fromCalendar && until >= today);
  const value = words.value({ name: isolated(ics.name), count: ahead.length });
  if (!ics.failedSince || !ics.fault) return value;
  const dayOf = (at: Date): string => dayText(dayAt(at, timezone), language);
  const reason = icsFaultText(ics.fault, language);
  const failing = { since: dayOf(ics.failedSince), reason, read: dayOf(ics.readAt) };
  return `${value}. ${words.failing(failing)}`;
}
