import type { FormEvent, SentFile } from '../../../chat/event.ts';
import type { Form } from '../../../chat/form.ts';
import { PlatformError } from '../../../chat/platform.ts';
import type { Track } from '../../../db/tables.ts';
import type { FormOutcome, Request } from '../../shared/feature.ts';
import { refuse } from '../../shared/reply.ts';
import { settingButton, settingForm } from '../../tracks/setting-form.ts';
import { showTrackSettings } from '../../tracks/show-track-settings.ts';
import { trackCommandSpan } from '../../tracks/track-command.ts';
import { trackWords } from '../../tracks/words/index.ts';
import { calendarWords } from '../words/index.ts';
import { type IcsFault, MOST_ICS_BYTES } from './ics-fault.ts';
import { icsFaultText } from './ics-fault-text.ts';
import { ICS_BUTTON } from './ics-setting.ts';
import { setIcs } from './keep-ics.ts';
import { type GivenIcs, textOfIcs } from './take-ics.ts';
import { icsOfTracks } from './track-calendars.ts';

export const icsButton = settingButton(ICS_BUTTON, icsForm);

export const icsFormHandler = settingForm(ICS_BUTTON, {
  labels: (language) => ({ address: calendarWords(language).ics.address }),
  async send(request, track, event) {
    const ics = await sentIcs(event);
    if (ics && 'code' in ics) return refused(request, ics);
    return send(request, track, ics);
  },
});

async function send(
  request: Request,
  track: Track,
  given: GivenIcs | undefined,
): Promise<FormOutcome> {
  const kept = await setIcs(request.context, track, given);
  switch (kept.type) {
    case 'kept':
      return { type: 'replace', message: await showTrackSettings(request, track) };
    case 'refused':
      return refused(request, kept.fault);
    case 'gone': {
      const list = trackCommandSpan(request.language, 'list');
      return refuse(trackWords(request.language).notFound({ given: String(track.id), list }));
    }
  }
}

const refused = ({ language }: Request, fault: IcsFault): FormOutcome =>
  refuse(icsFaultText(fault, language), { again: true });

/** A file before an address; undefined where there is neither. */
async function sentIcs({ values, files }: FormEvent): Promise<GivenIcs | IcsFault | undefined> {
  const [file, written] = [files?.['file'], values['address']?.trim() ?? ''];
  if (file) return readSent(file);
  return written === '' ? undefined : { type: 'address', written };
}

async function readSent(file: SentFile): Promise<GivenIcs | IcsFault> {
  try {
    const bytes = await file.fetch(MOST_ICS_BYTES);
    return { type: 'file', name: file.name, text: textOfIcs(bytes) };
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    return error.fault.code === 'file-too-large'
      ? { code: 'ics-too-large', mostBytes: MOST_ICS_BYTES }
      : { code: 'ics-file-not-read', given: file.name };
  }
}

async function icsForm({ context, language }: Request, track: Track): Promise<Form> {
  const words = calendarWords(language).ics;
  const known = (await icsOfTracks(context.db, [track.id])).get(track.id);
  return {
    action: { name: ICS_BUTTON, args: [String(track.id)] },
    title: words.title,
    submit: calendarWords(language).save,
    about: [{ type: 'text', text: [words.about] }],
    fields: [
      {
        ...{ id: 'address', type: 'line', label: words.address, hint: words.addressHint },
        ...{ maxLength: 1000, required: false, value: known?.address ?? '' },
      },
      { id: 'file', type: 'file', label: words.file, required: false },
    ],
  };
}
