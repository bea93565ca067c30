import { sql } from 'kysely';
import type { Db } from '../../db/connect.ts';
import { memberName } from '../../domain/member-name.ts';
import { type AnsweredRound, isNewIn, type MemberAnswer } from './answer-at-once.ts';

/**
 * Makes those known who answer for the first time. A forgotten person must not be known again by an old message
 * of theirs, so nobody is added by a gesture that was heard of before.
 */
export async function addAuthors(
  db: Db,
  { roundId, workspaceId }: AnsweredRound,
  answers: readonly MemberAnswer[],
): Promise<void> {
  const each = (value: (answer: MemberAnswer) => unknown) => sql`${answers.map(value)}`;
  await sql`
    insert into members (workspace_id, external_id, name, language)
    select ${workspaceId}::integer, external_id, name, language from unnest(
      ${each(({ member }) => member.id)}::text[],
      ${each(({ member }) => memberName(member.name, member.id))}::text[],
      ${each(({ member }) => member.language ?? null)}::text[],
      ${each(({ sourceKey }) => sourceKey)}::text[],
      ${each(({ gesture }) => gesture)}::text[]
    ) as given (external_id, name, language, source_key, gesture)
    where not exists (
      select from members
      where workspace_id = ${workspaceId} and members.external_id = given.external_id
    ) and ${isNewIn(sql`${roundId}`)}
    order by external_id
    on conflict do nothing
  `.execute(db);
}
