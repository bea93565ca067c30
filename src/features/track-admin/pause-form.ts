import type { Form } from '../../chat/form.ts';
import type { Track } from '../../db/tables.ts';
import { isoDay } from '../../domain/day.ts';
import type { Language } from '../../domain/language.ts';
import { refuse } from '../shared/reply.ts';
import { settingButton, settingForm } from '../tracks/setting-form.ts';
import { pauseFaultText } from './pause-fault-text.ts';
import { PAUSE_BUTTON, pauseEnd } from './pause-setting.ts';
import { pauseTrack } from './pause-track.ts';
import { pausedReply } from './paused-reply.ts';
import { trackAdminWords } from './words/index.ts';

export const pauseButton = settingButton(PAUSE_BUTTON, ({ language }, track) =>
  pauseForm(language, track),
);

export const pauseFormHandler = settingForm(PAUSE_BUTTON, {
  labels: (language) => ({ until: trackAdminWords(language).pauseUntil }),
  async send(request, track, { values }) {
    const pausing = { trackId: track.id, until: values['until'] };
    const paused = await pauseTrack(request.context, pausing);
    if (paused.type === 'refused') {
      return refuse(pauseFaultText(paused.fault, request.language), { again: true });
    }
    return { type: 'replace', message: pausedReply(track.id, paused, request.language) };
  },
});

function pauseForm(language: Language, track: Track): Form {
  const words = trackAdminWords(language);
  const end = pauseEnd(track);
  return {
    action: { name: PAUSE_BUTTON, args: [String(track.id)] },
    title: words.pauseUntil,
    submit: words.pause,
    about: [{ type: 'text', text: [words.aboutPause] }],
    fields: [
      {
        id: 'until',
        type: 'line',
        label: words.pauseUntil,
        hint: words.pauseHint,
        maxLength: 40,
        required: false,
        ...(end !== undefined && { value: isoDay(end) }),
      },
    ],
  };
}
