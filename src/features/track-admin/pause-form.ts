import type { Form } from '../../chat/form.ts';
import type { Track } from '../../db/tables.ts';
import { isoDay } from '../../domain/day.ts';
import type { Language } from '../../domain/language.ts';
import type { ButtonHandler, FormHandler } from '../shared/feature.ts';
import { refuse } from '../shared/reply.ts';
import { findOwnTrack } from '../tracks/find-own-track.ts';
import { pauseFaultText } from './pause-fault-text.ts';
import { PAUSE_BUTTON, pauseEnd } from './pause-setting.ts';
import { pauseTrack } from './pause-track.ts';
import { pausedReply } from './paused-reply.ts';
import { trackAdminWords } from './words/index.ts';

export const pauseButton: ButtonHandler = {
  name: PAUSE_BUTTON,
  opensForm: true,
  manage: true,
  async run(request, [given = '']) {
    const found = await findOwnTrack(request, given);
    if (found.type === 'unclear') return found.response;
    return { type: 'form', form: pauseForm(request.language, found.track) };
  },
};

export const pauseFormHandler: FormHandler = {
  name: PAUSE_BUTTON,
  manage: true,
  opener: PAUSE_BUTTON,
  labels: (language) => ({ until: trackAdminWords(language).pauseUntil }),
  async run(request, [given = ''], { values }) {
    const found = await findOwnTrack(request, given);
    if (found.type === 'unclear') return found.response;
    const { track } = found;
    const pausing = { trackId: track.id, until: values['until'] };
    const paused = await pauseTrack(request.context, pausing);
    if (paused.type === 'refused') {
      return refuse(pauseFaultText(paused.fault, request.language), { again: true });
    }
    return { type: 'replace', message: pausedReply(track.id, paused, request.language) };
  },
};

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
