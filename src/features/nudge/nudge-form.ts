import type { Choice, Form } from '../../chat/form.ts';
import type { Track } from '../../db/tables.ts';
import { writeDuration } from '../../domain/duration.ts';
import type { Language } from '../../domain/language.ts';
import { NUDGE_CHOICES, readNudge } from '../../domain/nudge.ts';
import { refuse } from '../shared/reply.ts';
import { settingButton, settingForm } from '../tracks/setting-form.ts';
import { showTrackSettings } from '../tracks/show-track-settings.ts';
import { withTrack } from '../tracks/with-track.ts';
import { nudgeFaultText } from './nudge-fault-text.ts';
import { NUDGE_BUTTON } from './nudge-setting.ts';
import { nudgeTime } from './nudge-time.ts';
import { nudgesOf, saveNudge } from './nudges.ts';
import { nudgeWords } from './words/index.ts';

const OFF = 'off';

export const nudgeButton = settingButton(NUDGE_BUTTON, async ({ context, language }, track) => {
  const nudges = await nudgesOf(context.db, [track.id]);
  return nudgeForm(language, track, nudges.get(track.id));
});

export const nudgeFormHandler = settingForm(NUDGE_BUTTON, {
  labels: (language) => ({ other: nudgeWords(language).other }),
  async send(request, track, { values }) {
    const written = values['other']?.trim() || (values['before'] ?? OFF);
    const read = readNudge(written, track.answeringSeconds);
    if (!read.ok) return refuse(nudgeFaultText(read.fault, request.language), { again: true });
    const { beforeSeconds } = read;
    await withTrack(request.context, track.id, ({ db }) =>
      saveNudge(db, { trackId: track.id, beforeSeconds }),
    );
    return { type: 'replace', message: await showTrackSettings(request, track) };
  },
});

/** @param current What is set now, in seconds; the form offers it even where it is no usual choice. */
function nudgeForm(language: Language, track: Track, current: number | undefined): Form {
  const words = nudgeWords(language);
  const seconds = new Set([...NUDGE_CHOICES, ...(current === undefined ? [] : [current])]);
  const choices = [...seconds].sort((a, b) => a - b).map((one) => choice(language, one));
  return {
    action: { name: NUDGE_BUTTON, args: [String(track.id)] },
    title: words.formTitle,
    submit: words.save,
    about: [{ type: 'text', text: [words.about] }],
    fields: [
      {
        id: 'before',
        type: 'choice',
        label: words.when,
        required: true,
        options: [{ label: words.off, value: OFF }, ...choices],
        value: current === undefined ? OFF : writeDuration(current),
      },
      {
        id: 'other',
        type: 'line',
        label: words.other,
        hint: words.otherHint,
        maxLength: 40,
        required: false,
      },
    ],
  };
}

const choice = (language: Language, seconds: number): Choice => ({
  label: nudgeWords(language).before(nudgeTime(seconds, language)),
  value: writeDuration(seconds),
});
