import type { Form } from '../../chat/form.ts';
import type { Track } from '../../db/tables.ts';
import { digestMinute, readDigestPeriod, readDigestTime } from '../../domain/digest.ts';
import type { Language } from '../../domain/language.ts';
import { timeOfDayText } from '../../domain/time-of-day.ts';
import type { ButtonHandler, FormHandler } from '../shared/feature.ts';
import { refuse } from '../shared/reply.ts';
import { findOwnTrack } from '../tracks/find-own-track.ts';
import { showTrackSettings } from '../tracks/show-track-settings.ts';
import { withTrack } from '../tracks/with-track.ts';
import { badTimeText, DIGEST_BUTTON } from './digest-setting.ts';
import { type Digest, digestsOf, NO_DIGEST, saveDigest } from './digests.ts';
import { digestWords } from './words/index.ts';

export const digestButton: ButtonHandler = {
  name: DIGEST_BUTTON,
  opensForm: true,
  manage: true,
  async run(request, [given = '']) {
    const found = await findOwnTrack(request, given);
    if (found.type === 'unclear') return found.response;
    const { track } = found;
    const digests = await digestsOf(request.context.db, [track.id]);
    const form = digestForm(request.language, track, digests.get(track.id) ?? NO_DIGEST);
    return { type: 'form', form };
  },
};

export const digestFormHandler: FormHandler = {
  name: DIGEST_BUTTON,
  manage: true,
  opener: DIGEST_BUTTON,
  labels: (language) => ({ time: digestWords(language).time }),
  async run(request, [given = ''], { values }) {
    const found = await findOwnTrack(request, given);
    if (found.type === 'unclear') return found.response;
    const { track } = found;
    const time = values['time'] ?? '';
    const minute = readDigestTime(time);
    if (minute === undefined) return refuse(badTimeText(time, request.language), { again: true });
    const every = readDigestPeriod(values['every'] ?? 'off') ?? null;
    await withTrack(request.context, track.id, (inside, locked) =>
      saveDigest(inside, locked, { every, minute }),
    );
    return { type: 'replace', message: await showTrackSettings(request, track) };
  },
};

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
