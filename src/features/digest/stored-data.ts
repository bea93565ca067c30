import { sql } from 'kysely';
import type { Db } from '../../db/connect.ts';
import type { PersonalData } from '../../delivery/stored-data.ts';
import type { DigestName } from './digest-place.ts';
import { redactDigestJob } from './redact-digest.ts';

/**
 * Digests store nothing about a member: a digest reads what it says of people when it is posted. When a member is
 * forgotten, the digests that may name them are edited.
 */
export const digestData: PersonalData = {
  async erase(context, tx, { memberId, at }) {
    const since = at.toISOString();
    for (const { group, ...digest } of await digestsNaming(tx, memberId)) {
      // A group of its own: edits must not hold up the channel's next question.
      await context.enqueue(tx, { ...redactDigestJob, group }, { ...digest, since });
    }
    return {};
  },
};

/** The digests that may name a member: those of periods in which they have a point. */
async function digestsNaming(
  tx: Db,
  memberId: number,
): Promise<readonly (DigestName & { readonly group: string })[]> {
  const { rows } = await sql<DigestName & { readonly group: string }>`
    select track_id, period, concat('redact:', tracks.workspace_id, ':', tracks.channel) as group
    from claimed_digests
    join scores using (track_id, period)
    join tracks on tracks.id = track_id
    where scores.member_id = ${memberId}
    order by track_id, period
  `.execute(tx);
  return rows;
}

export async function deleteWorkspaceDigests(tx: Db, workspaceId: number): Promise<void> {
  await sql`
    delete from claimed_digests using tracks
    where tracks.id = claimed_digests.track_id and tracks.workspace_id = ${workspaceId}
  `.execute(tx);
  await sql`
    delete from track_digests using tracks
    where tracks.id = track_digests.track_id and tracks.workspace_id = ${workspaceId}
  `.execute(tx);
}
