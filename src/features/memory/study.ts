import { sql } from 'kysely';
import { prepared } from '../../db/prepared.ts';
import type { Context } from '../../delivery/context.ts';
import { type Day, dayAt } from '../../domain/day.ts';
import { DEFAULT_CAP } from '../../domain/memory/daily-cap.ts';
import { canonicalTimezone } from '../../domain/timezone.ts';
import type { Request } from '../shared/feature.ts';

/** A member who studies, and what they have asked for. */
export interface Study {
  /** The day on the member's own calendar. */
  readonly today: Day;
  readonly timezone: string;
  /** How many questions they want a day. */
  readonly cap: number;
  /** The question that they were shown last. */
  readonly lastShown: number | undefined;
}

export interface Learner {
  readonly memberId: number;
  readonly workspaceId: number;
  /** As the platform tells it. */
  readonly timezone?: string | undefined;
}

/** The member whose studies are read; the caller is left out where the bot acts by itself. */
export type Student = Pick<Request, 'context' | 'workspace' | 'member'> &
  Partial<Pick<Request, 'caller'>>;

export const studyOf = ({ context, workspace, member, caller }: Student): Promise<Study> =>
  findStudy(context, {
    memberId: member.id,
    workspaceId: workspace.id,
    timezone: caller?.member.timezone,
  });

/**
 * How a member studies. Their day is that of the time zone that they have set themselves, else of the one
 * that their platform tells, else of the one that most tracks of the workspace have.
 */
export async function findStudy(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  { memberId, workspaceId, timezone: told }: Learner,
): Promise<Study> {
  const { rows } = await sql<{
    readonly now: Date;
    readonly cap: number | null;
    readonly own: string | null;
    readonly lastShown: number | null;
    readonly tracks: string | null;
  }>`${prepared}
    select ${clock.instant()} as now, daily_cap as cap, timezone as own, last_shown,
      (select timezone from tracks where workspace_id = ${workspaceId} and status <> 'removed'
        group by timezone order by count(*) desc, min(id) limit 1) as tracks
    from (select ${memberId}::integer as id) as member
    left join study_settings on study_settings.member_id = member.id
  `.execute(db);
  const [row] = rows;
  if (!row) throw new Error(`no row about the study of member ${memberId}`);
  const timezone = row.own ?? (told ? canonicalTimezone(told) : undefined) ?? row.tracks ?? 'UTC';
  return {
    today: dayAt(row.now, timezone),
    timezone,
    cap: row.cap ?? DEFAULT_CAP,
    lastShown: row.lastShown ?? undefined,
  };
}
