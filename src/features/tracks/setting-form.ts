import type { FormEvent } from '../../chat/event.ts';
import type { Form } from '../../chat/form.ts';
import type { Track } from '../../db/tables.ts';
import type { Language } from '../../domain/language.ts';
import type { ButtonHandler, FormHandler, FormOutcome, Request } from '../shared/feature.ts';
import { findOwnTrack } from './find-own-track.ts';

/** The button of a track's setting: it opens the setting's form for the track that it names. */
export function settingButton(
  name: string,
  formFor: (request: Request, track: Track) => Form | Promise<Form>,
): ButtonHandler {
  return {
    name,
    opensForm: true,
    manage: true,
    async run(request, [given = '']) {
      const found = await findOwnTrack(request, given);
      if (found.type === 'unclear') return found.response;
      return { type: 'form', form: await formFor(request, found.track) };
    },
  };
}

interface SettingForm {
  readonly labels: (language: Language) => Readonly<Record<string, string>>;
  /** Saves what was sent for a track that is there. */
  readonly send: (request: Request, track: Track, event: FormEvent) => Promise<FormOutcome>;
}

/** The form behind {@link settingButton}, under the same name. */
export function settingForm(name: string, { labels, send }: SettingForm): FormHandler {
  return {
    name,
    manage: true,
    opener: name,
    labels,
    async run(request, [given = ''], event) {
      const found = await findOwnTrack(request, given);
      if (found.type === 'unclear') return found.response;
      return send(request, found.track, event);
    },
  };
}
