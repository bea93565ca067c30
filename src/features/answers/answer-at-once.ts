import { type RawBuilder, sql } from 'kysely';
import type { MemberProfile } from '../../chat/event.ts';
import type { Db } from '../../db/connect.ts';
import { prepared } from '../../db/prepared.ts';
import { memberName } from '../../domain/member-name.ts';
import type { Streak } from '../../domain/streak.ts';
import { countOneMore } from '../standings/count-one-more.ts';
import { LATE_EDIT } from './answer-queries.ts';
import type { AnswerText } from './save-answer.ts';

/** An answer, and who gives it to which round. */
export interface RoundAnswer extends AnswerText {
  readonly roundId: number;
  readonly workspaceId: number;
  readonly member: MemberProfile;
}

export interface AnsweredAtOnce extends Streak {
  readonly answerId: number;
  readonly channel: string;
  /** The source key of the newest answer that the member had before. */
  readonly earlier: string | null;
}

/**
 * Takes an answer with its points and its streak in one statement, where all is as it most often is: the
 * track's newest round is open, a member who is known gives it in time, nothing of this gesture has been
 * heard before, and the stored streak tells up to which round it has counted. Elsewhere it keeps nothing and
 * returns undefined; where something changed meanwhile, it throws an error that {@link isOvertaken}.
 */
export async function answerAtOnce(
  db: Db,
  answer: RoundAnswer,
): Promise<AnsweredAtOnce | undefined> {
  const { rows } = await answering(answer).execute(db);
  return rows[0];
}

/**
 * What it reads, it may have read before others committed; so it takes the lock on the standing that they
 * hold, then the stored streak as it is by then. What appeared since, such as the same gesture or a first
 * streak, violates a key, and all of the statement is undone.
 */
const answering = (
  answer: RoundAnswer,
): RawBuilder<AnsweredAtOnce> => sql<AnsweredAtOnce>`${prepared}
  with asked as (${openNewestRound(answer)}),
  author as materialized (
    select asked.*, known.id as member_id, pg_advisory_xact_lock(asked.track_id, known.id)
    from asked cross join (${knownAs(answer)}) as known
  ),
  stored as (
    select streaks.* from streaks join author using (track_id, member_id) for update of streaks
  ),
  fitting as (
    select author.*, stored.newest from author left join stored on true
    where stored.track_id is null or stored.newest <= author.number
  ),
  earlier as (
    select source_key from answers join fitting using (round_id, member_id)
    where withdrawn_at is null and source <> 'choice' order by revised_at desc, answers.id desc limit 1
  ),
  added as (${keep(answer)}),
  one_more as (
    select fitting.* from fitting join added using (member_id) where newest is distinct from number
  ),
  ${countOneMore}
  select added.id as answer_id, author.channel, earlier.source_key as earlier,
    coalesce(counted.current, stored.current) as current,
    coalesce(counted.longest, stored.longest) as longest,
    coalesce(counted.freezes, stored.freezes) as freezes,
    coalesce(counted.answered, stored.answered) as answered
  from added cross join author
  left join earlier on true left join stored on true left join counted on true
`;

/** The round, shared with others who answer, if nothing asked after it can count already. */
function openNewestRound(answer: RoundAnswer): RawBuilder<unknown> {
  const { roundId, workspaceId, sourceKey, gesture, revisedAt } = answer;
  return sql`
    select rounds.id as round_id, track_id, number, week, month, channel
    from rounds join tracks on tracks.id = track_id
    where rounds.id = ${roundId} and workspace_id = ${workspaceId} and tracks.status <> 'removed'
      and rounds.status = 'open' and closes_at > ${revisedAt}::timestamptz
      and not exists (
        select from rounds later where later.track_id = rounds.track_id
          and later.number > rounds.number and later.status <> 'void' and later.closes_at is not null
      )
      and ${isNew(sql.ref('answers.source_key'), sourceKey)}
      and ${isNew(sql.ref('answers.gesture'), gesture)}
    for share of rounds
  `;
}

/** A look by each index: one for both would read every answer of the round. */
const isNew = (column: RawBuilder<unknown>, key: string): RawBuilder<unknown> => sql`
  not exists (
    select from answers where round_id = rounds.id and ${column} in (${key}, ${key + LATE_EDIT})
  )
`;

/** The member, if the platform says of them what is stored. */
function knownAs({ workspaceId, member }: RoundAnswer): RawBuilder<unknown> {
  const isNamed = member.unconfirmed
    ? sql`true`
    : sql`name = ${memberName(member.name, member.id)}`;
  const speaks = member.language ? sql`language = ${member.language}` : sql`true`;
  return sql`
    select id from members
    where workspace_id = ${workspaceId} and external_id = ${member.id} and ${isNamed} and ${speaks}
  `;
}

function keep(answer: RoundAnswer): RawBuilder<unknown> {
  const { source, sourceKey, gesture, text, anonymous, saidAt, revisedAt } = answer;
  const message = answer.message ? JSON.stringify(answer.message) : null;
  return sql`
    insert into answers (round_id, member_id, source, source_key, gesture, text, anonymous,
      said_at, revised_at, late, message)
    select round_id, member_id, ${source}, ${sourceKey}, ${gesture}, ${text}, ${anonymous}::boolean,
      ${saidAt}::timestamptz, ${revisedAt}::timestamptz, false, ${message}::jsonb
    from fitting
    returning id, member_id
  `;
}

/** SQLSTATEs: a row is there by now, or one that was there is gone. */
const OVERTAKEN: readonly unknown[] = ['23505', '23503'];

export const isOvertaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && OVERTAKEN.includes(error.code);
