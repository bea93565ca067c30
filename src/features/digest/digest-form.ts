import type { Form } from '../../chat/form.ts';
import type { Track } from '../../db/tables.ts';
import { digestMinute, readDigestPeriod, readDigestTime } from '../../domain/digest.ts';
import type { Language } from '../../domain/language.ts';
import { timeOfDayText } from '../../domain/time-of-day.ts';
import { refuse } from '../shared/reply.ts';
import { settingButton, settingForm } from '../tracks/setting-form.ts';
import { showTrackSettings } from '../tracks/show-track-settings.ts';
import { withTrack } from '../tracks/with-track.ts';
import { badTimeText, DIGEST_BUTTON } from './digest-setting.ts';
import { type Digest, digestsOf, NO_DIGEST, saveDigest } from './digests.ts';
import { digestWords } from './words/index.ts';

export const digestButton = settingButton(DIGEST_BUTTON, async ({ context, language }, track) => {
  const digests = await digestsOf(context.db, [track.id]);
  return digestForm(language, track, digests.get(track.id) ?? NO_DIGEST);
});

export const digestFormHandler = settingForm(DIGEST_BUTTON, {
  labels: (language) => ({ time: digestWords(language).time }),
  async send(request, track, { values }) {
    const time = values['time'] ?? '';
    const minute = readDigestTime(time);
    if (minute === undefined) return refuse(badTimeText(time, request.language), { again: true });
    const every = readDigestPeriod(values['every'] ?? 'off') ?? null;
    await withTrack(request.context, track.id, (inside, locked) =>
      saveDigest(inside, locked, { every, minute }),
    );
    return { type: 'replace', message: await showTrackSettings(request, track) };
  },
});

function digestForm(language: Language, track: Track, { every, minute }: Digest): Form {
  const words = digestWords(language);
  const asks = timeOfDayText(digestMinute({ minute: null, cron: track.cron }));
  return {
    action: { name: DIGEST_BUTTON, args: [String(track.id)] },
    title: words.formTitle,
    submit: words.save,
    about: [{ type: 'text', text: [words.about] }],
    fields: [
      {
        ...{ id: 'every', type: 'choice', label: words.every, required: true },
        options: (['off', 'week', 'month'] as const).map((value) => ({
          ...{ value, label: words.periods[value] },
        })),
        value: every ?? 'off',
      },
      {
        ...{ id: 'time', type: 'line', label: words.time, hint: words.timeHint(asks) },
        ...{ maxLength: 40, required: false },
        ...(minute !== null && { value: timeOfDayText(minute) }),
      },
    ],
  };
}
