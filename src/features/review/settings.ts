import type { Response } from '../../chat/event.ts';
import type { Context } from '../../delivery/context.ts';
import { inTransaction } from '../../delivery/in-transaction.ts';
import { type CapFault, capFault } from '../../domain/memory/daily-cap.ts';
import { studyOf } from '../memory/study.ts';
import type { Request } from '../shared/feature.ts';
import { readZone, saveZone, type ZoneFault } from './own-zone.ts';
import { moveReminder } from './reminder/set-reminder.ts';
import { reviewWords } from './words/index.ts';

export async function settingsForm(request: Request): Promise<Response> {
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

export type SettingsFault = (CapFault & { readonly written: string }) | ZoneFault;

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
    await saveZone(inside.db, { memberId, dailyCap: cap, timezone });
    await moveReminder(inside, { memberId, timezone });
  });
  return { type: 'saved' };
}
