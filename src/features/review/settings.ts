import type { Response } from '../../chat/event.ts';
import type { Db } from '../../db/connect.ts';
import { type CapFault, capFault } from '../../domain/memory/daily-cap.ts';
import { canonicalTimezone, nearTimezones } from '../../domain/timezone.ts';
import { studyOf } from '../memory/study.ts';
import type { Request } from '../shared/feature.ts';
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

export type SettingsFault =
  | (CapFault & { readonly written: string })
  /** `near`: zones that may have been meant. */
  | {
      readonly code: 'timezone-unknown';
      readonly written: string;
      readonly near: readonly string[];
    };

export type SavedSettings =
  { readonly type: 'saved' } | { readonly type: 'refused'; readonly fault: SettingsFault };

/** Saves how a member wants to study; all of it or nothing. */
export async function saveSettings(
  db: Db,
  memberId: number,
  written: { readonly cap: string; readonly timezone: string },
): Promise<SavedSettings> {
  const cap = /^\s*\d+\s*$/.test(written.cap) ? Number(written.cap) : NaN;
  const fault = capFault(cap);
  if (fault) return { type: 'refused', fault: { ...fault, written: written.cap } };
  const timezone = canonicalTimezone(written.timezone);
  if (timezone === undefined) {
    const near = nearTimezones(written.timezone);
    const unknown = { code: 'timezone-unknown', written: written.timezone, near } as const;
    return { type: 'refused', fault: unknown };
  }
  const settings = { dailyCap: cap, timezone };
  await db
    .insertInto('studySettings')
    .values({ memberId, ...settings })
    .onConflict((conflict) => conflict.column('memberId').doUpdateSet(settings))
    .execute();
  return { type: 'saved' };
}
