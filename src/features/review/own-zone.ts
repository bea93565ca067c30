import type { Db } from '../../db/connect.ts';
import { canonicalTimezone, nearTimezones } from '../../domain/timezone.ts';

/** The time zone by which a member's days are counted. */
export interface OwnZone {
  readonly timezone: string;
}

/** `near`: zones that may have been meant. */
export interface ZoneFault {
  readonly code: 'timezone-unknown';
  readonly written: string;
  readonly near: readonly string[];
}

export function readZone(
  written: string,
): ({ readonly ok: true } & OwnZone) | { readonly ok: false; readonly fault: ZoneFault } {
  const timezone = canonicalTimezone(written);
  if (timezone !== undefined) return { ok: true, timezone };
  const near = nearTimezones(written);
  return { ok: false, fault: { code: 'timezone-unknown', written, near } };
}

/** Saves a member's time zone, and how many questions they want a day where that is given. */
export async function saveStudySettings(
  db: Db,
  { memberId, ...settings }: { readonly memberId: number; readonly dailyCap?: number } & OwnZone,
): Promise<void> {
  await db
    .insertInto('studySettings')
    .values({ memberId, ...settings })
    .onConflict((conflict) => conflict.column('memberId').doUpdateSet(settings))
    .execute();
}
