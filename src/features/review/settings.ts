import { cutInput } from '../../chat/cut.ts';
import type { Response } from '../../chat/event.ts';
import type { Context } from '../../delivery/context.ts';
import { inTransaction } from '../../delivery/in-transaction.ts';
import { noteCard } from '../../delivery/note-card.ts';
import type { Language } from '../../domain/language.ts';
import { type CapFault, capFault } from '../../domain/memory/daily-cap.ts';
import { studyOf } from '../memory/study.ts';
import type { ButtonHandler, FormHandler, FormOutcome, Request } from '../shared/feature.ts';
import { refuse } from '../shared/reply.ts';
import { readZone, saveStudySettings, type ZoneFault } from './own-zone.ts';
import { moveReminder } from './reminder/set-reminder.ts';
import { reviewWords } from './words/index.ts';

/** Opens the form of how a member wants to study. */
export const SETTINGS_BUTTON: ButtonHandler = {
  name: 'review-settings',
  opensForm: true,
  run: openForm,
};

export const SETTINGS_FORM: FormHandler = {
  name: 'review-settings',
  opener: 'review-settings',
  labels: (language) => {
    const { capField, timezoneField } = reviewWords(language);
    return { cap: capField, timezone: timezoneField };
  },
  run: (request, _args, { values }) => change(request, values),
};

async function openForm(request: Request): Promise<Response> {
  const { cap, timezone } = await studyOf(request);
  const words = reviewWords(request.language);
  return {
    type: 'form',
    form: {
      action: { name: 'review-settings', args: [] },
      title: words.settingsTitle,
      submit: words.save,
      fields: [
        {
          ...{ id: 'cap', type: 'line', label: words.capField, hint: words.capHint },
          ...{ required: true, value: String(cap) },
        },
        {
          ...{ id: 'timezone', type: 'line', label: words.timezoneField },
          ...{ hint: words.timezoneHint, required: true, value: timezone },
        },
      ],
    },
  };
}

async function change(
  request: Request,
  { cap = '', timezone = '' }: Readonly<Record<string, string>>,
): Promise<FormOutcome> {
  const { context, member, language } = request;
  const saved = await saveSettings(context, member.id, { cap, timezone });
  if (saved.type === 'refused') {
    return refuse(faultText(language, saved.fault), { again: true });
  }
  const text = reviewWords(language).saved;
  return { type: 'reply', message: noteCard(text, 'success') };
}

function faultText(language: Language, fault: SettingsFault): string {
  const words = reviewWords(language);
  const given = cutInput(fault.written.trim());
  switch (fault.code) {
    case 'cap-out-of-range':
      return words.capOutOfRange({ given, least: fault.least, most: fault.most });
    case 'timezone-unknown':
      return words.timezoneUnknown({ given, near: fault.near });
  }
}

type SettingsFault = (CapFault & { readonly written: string }) | ZoneFault;

export type SavedSettings =
  { readonly type: 'saved' } | { readonly type: 'refused'; readonly fault: SettingsFault };

/** Saves how a member wants to study; all of it or nothing. */
export async function saveSettings(
  context: Context,
  memberId: number,
  written: { readonly cap: string; readonly timezone: string },
): Promise<SavedSettings> {
  const cap = /^\s*\d+\s*$/.test(written.cap) ? Number(written.cap) : NaN;
  const fault = capFault(cap);
  if (fault) return { type: 'refused', fault: { ...fault, written: written.cap } };
  const zone = readZone(written.timezone);
  if (!zone.ok) return { type: 'refused', fault: zone.fault };
  const { timezone } = zone;
  await inTransaction(context, async (inside) => {
    await saveStudySettings(inside.db, { memberId, dailyCap: cap, timezone });
    await moveReminder(inside, { memberId, timezone });
  });
  return { type: 'saved' };
}
