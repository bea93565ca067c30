import type { Form } from '../../chat/form.ts';
import type { Track } from '../../db/tables.ts';
import { dayAt } from '../../domain/day.ts';
import { LONGEST_SKIPS, writeSkips } from '../../domain/skipped-days.ts';
import type { FormOutcome, Request } from '../shared/feature.ts';
import { refuse } from '../shared/reply.ts';
import { settingButton, settingForm } from '../tracks/setting-form.ts';
import { showTrackSettings } from '../tracks/show-track-settings.ts';
import { trackCommandSpan } from '../tracks/track-command.ts';
import { trackWords } from '../tracks/words/index.ts';
import { calendarOf, namedByPeople } from './calendar-of.ts';
import { skipDays } from './skip-days.ts';
import { SKIP_BUTTON } from './skip-setting.ts';
import { skipFaultText } from './skips-text.ts';
import { calendarWords } from './words/index.ts';

export const skipButton = settingButton(SKIP_BUTTON, skipForm);

export const skipFormHandler = settingForm(SKIP_BUTTON, {
  labels: (language) => ({ days: calendarWords(language).title }),
  async send(request, track, { values }) {
    return send(request, track, values['days'] ?? '');
  },
});

/** How many faults are shown: as many as are read in one go. */
const SHOWN_FAULTS = 5;

async function send(request: Request, track: Track, written: string): Promise<FormOutcome> {
  const { context, language } = request;
  const skipped = await skipDays(context, { trackId: track.id, written, replaces: true });
  switch (skipped.type) {
    case 'skipped':
      return { type: 'replace', message: await showTrackSettings(request, track) };
    case 'refused': {
      const shown = skipped.faults.slice(0, SHOWN_FAULTS);
      const texts = shown.map((fault) => skipFaultText(fault, language));
      return refuse(texts.join(' '), { again: true });
    }
    case 'gone': {
      const list = trackCommandSpan(language, 'list');
      return refuse(trackWords(language).notFound({ given: String(track.id), list }));
    }
  }
}

/** Days that are over are not shown: they cannot be given any more. */
async function skipForm({ context, language }: Request, track: Track): Promise<Form> {
  const words = calendarWords(language);
  const { db, clock } = context;
  const skips = namedByPeople(await calendarOf(db, track));
  const today = dayAt(await clock.now(db), track.timezone);
  return {
    action: { name: SKIP_BUTTON, args: [String(track.id)] },
    title: words.title,
    submit: words.save,
    about: [{ type: 'text', text: [words.about] }],
    fields: [
      {
        id: 'days',
        type: 'paragraph',
        label: words.title,
        hint: words.hint,
        maxLength: LONGEST_SKIPS,
        required: false,
        value: writeSkips(skips.filter(({ until }) => until >= today)),
      },
    ],
  };
}
