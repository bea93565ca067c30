import { cutInput } from '../../chat/cut.ts';
import type { Track } from '../../db/tables.ts';
import type { Context } from '../../delivery/context.ts';
import type { TrackSetting, TrackSettingOption } from '../../delivery/track-setting.ts';
import { digestMinute, readDigestPeriod, readDigestTime } from '../../domain/digest.ts';
import type { Language } from '../../domain/language.ts';
import { timeOfDayText } from '../../domain/time-of-day.ts';
import { type Digest, digestsOf, saveDigest } from './digests.ts';
import { digestWords } from './words/index.ts';

/** Opens the form of a track's digest; the form has the same name. */
export const DIGEST_BUTTON = 'track-digest';

export const badTimeText = (given: string, language: Language): string =>
  digestWords(language).badTime(cutInput(given.trim()));

const periodOption: TrackSettingOption<Context> = {
  flags: '--digest <period>',
  does: 'tell of each week or month that has ended in one message: weekly, monthly; off',
  read(_context, track, written) {
    const every = readDigestPeriod(written);
    if (every !== undefined) return saving(track, { every });
    return { ok: false, fault: digestWords('en').badPeriod(cutInput(written)) };
  },
};

const hourOption: TrackSettingOption<Context> = {
  flags: '--digest-hour <time>',
  does: 'at which time of day that message comes: 9:30; default: when the track asks',
  read(_context, track, written) {
    const minute = readDigestTime(written);
    if (minute !== undefined) return saving(track, { minute });
    return { ok: false, fault: badTimeText(written, 'en') };
  },
};

/** `track` has the plan that it is to have, which the same command may change. */
const saving = (track: Track, change: Partial<Digest>) => ({
  ok: true as const,
  save: (inside: Parameters<typeof saveDigest>[0]) => saveDigest(inside, track, change),
});

export const digestSetting: TrackSetting<Context> = {
  name: 'digest',
  title: (language) => digestWords(language).title,
  unset: (language) => digestWords(language).unset,
  async read({ db }, tracks, language) {
    const digests = await digestsOf(
      db,
      tracks.map(({ id }) => id),
    );
    return new Map(
      tracks.flatMap((track) => {
        const { every, minute } = digests.get(track.id) ?? {};
        if (!every) return [];
        const time = timeOfDayText(digestMinute({ minute: minute ?? null, cron: track.cron }));
        const hour = `${time} (${track.timezone})`;
        return [[track.id, [digestWords(language).values[every](hour)]]];
      }),
    );
  },
  button: ({ trackId, language }) => ({
    label: digestWords(language).change,
    action: { name: DIGEST_BUTTON, args: [String(trackId)] },
  }),
  options: [periodOption, hourOption],
};
