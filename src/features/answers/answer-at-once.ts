import { type RawBuilder, sql } from 'kysely';
import type { MemberProfile } from '../../chat/event.ts';
import { builtOnce, type InputOf } from '../../db/built-once.ts';
import type { Db } from '../../db/connect.ts';
import { prepared } from '../../db/prepared.ts';
import { memberName } from '../../domain/member-name.ts';
import type { Streak } from '../../domain/streak.ts';
import { countOneMore } from '../standings/count-one-more.ts';
import { LATE_EDIT } from './answer-queries.ts';
import type { AnswerText } from './save-answer.ts';

/** An answer, and who gives it. */
export interface MemberAnswer extends AnswerText {
  readonly member: MemberProfile;
}

/** The round that answers are given to, and the workspace where. */
export interface AnsweredRound {
  readonly roundId: number;
  readonly workspaceId: number;
}

/** What became of one answer that was taken. */
export interface AnsweredAtOnce extends Streak {
  /** Which of the given ones it is, from 0. */
  readonly index: number;
  readonly answerId: number;
  readonly channel: string;
  /** The source key of the newest answer that the member had before. */
  readonly earlier: string | null;
}

/**
 * Takes answers of different members with their points and streaks in one statement, where all is as it most
 * often is: the track's newest round is open, a member who is known gives the answer in time, nothing of
 * this gesture has been heard before, and the stored streak tells up to which round it has counted. An answer
 * of which this is not true is not kept, and is missing from what is returned; where something changed
 * meanwhile, nothing is kept, and it throws an error that {@link isOvertaken}.
 */
export async function answerAtOnce(
  db: Db,
  round: AnsweredRound,
  answers: readonly MemberAnswer[],
): Promise<readonly AnsweredAtOnce[]> {
  return answering(db, { ...round, ...columnsOf(answers) });
}

type Columns = ReturnType<typeof columnsOf>;

/** One parameter for each column, so that any number of answers makes the same statement. */
const columnsOf = (answers: readonly MemberAnswer[]) => ({
  members: answers.map(({ member }) => member.id),
  names: answers.map(({ member }) =>
    member.unconfirmed ? null : memberName(member.name, member.id),
  ),
  languages: answers.map(({ member }) => member.language ?? null),
  sources: answers.map(({ source }) => source),
  sourceKeys: answers.map(({ sourceKey }) => sourceKey),
  gestures: answers.map(({ gesture }) => gesture),
  texts: answers.map(({ text }) => text),
  anonymous: answers.map(({ anonymous }) => anonymous),
  saidAt: answers.map(({ saidAt }) => saidAt),
  revisedAt: answers.map(({ revisedAt }) => revisedAt),
  messages: answers.map(({ message }) => message && JSON.stringify(message)),
});

type Answering = AnsweredRound & Columns;

/**
 * What it reads, it may have read before others committed; so it takes the locks on the standings that they
 * hold, then the stored streaks as they are by then. Everyone takes these locks in one order. What appeared
 * since, such as the same gesture or a first streak, violates a key, and all of the statement is undone.
 *
 * Its parts have the same members or some of them, so a full join finds what a left one would. PostgreSQL expects
 * a row or two of each part; it would go through one of them for every row of the other, but never for a full join.
 */
const answering = builtOnce(
  (_db, given: InputOf<Answering>) => sql<AnsweredAtOnce>`${prepared}
  with given as materialized (${givenRows(given)}),
  asked as (${openNewestRound(given)}),
  author as materialized (
    select ordered.*, pg_advisory_xact_lock(track_id, member_id) from (${authors}) as ordered
  ),
  stored as (
    select streaks.* from streaks join author using (track_id, member_id) for update of streaks
  ),
  fitting as (
    select author.*, newest, current, longest, freezes, answered
    from author full join stored using (member_id)
    where stored.member_id is null or newest <= author.number
  ),
  earlier as (
    select distinct on (fitting.member_id) fitting.member_id, answers.source_key
    from answers join fitting using (round_id, member_id)
    where answers.withdrawn_at is null and answers.source <> 'choice'
    order by fitting.member_id, answers.revised_at desc, answers.id desc
  ),
  added as (
    insert into answers (round_id, member_id, source, source_key, gesture, text, anonymous,
      said_at, revised_at, late, message)
    select round_id, member_id, source, source_key, gesture, text, anonymous,
      said_at, revised_at, false, message
    from fitting
    returning id, member_id
  ),
  one_more as (select * from fitting where newest is distinct from number),
  ${countOneMore}
  select fitting.index, added.id as answer_id, fitting.channel, earlier.source_key as earlier,
    coalesce(counted.current, fitting.current) as current,
    coalesce(counted.longest, fitting.longest) as longest,
    coalesce(counted.freezes, fitting.freezes) as freezes,
    coalesce(counted.answered, fitting.answered) as answered
  from added full join fitting using (member_id)
  full join earlier using (member_id) full join counted using (member_id)
`,
);

const givenRows = (given: InputOf<Answering>): RawBuilder<unknown> => sql`
  select nth::integer - 1 as index, one.* from unnest(
    ${given('members')}::text[], ${given('names')}::text[], ${given('languages')}::text[],
    ${given('sources')}::text[], ${given('sourceKeys')}::text[], ${given('gestures')}::text[],
    ${given('texts')}::text[], ${given('anonymous')}::boolean[], ${given('saidAt')}::timestamptz[],
    ${given('revisedAt')}::timestamptz[], ${given('messages')}::jsonb[]
  ) with ordinality as one (external_id, name, language, source, source_key, gesture, text,
    anonymous, said_at, revised_at, message, nth)
`;

/** The round, shared with others who answer, if nothing asked after it can count already. */
const openNewestRound = (given: InputOf<Answering>): RawBuilder<unknown> => sql`
  select rounds.id as round_id, workspace_id, track_id, number, week, month, channel, closes_at
  from rounds join tracks on tracks.id = track_id
  where rounds.id = ${given('roundId')} and workspace_id = ${given('workspaceId')} and tracks.status <> 'removed'
    and rounds.status = 'open'
    and not exists (
      select from rounds later where later.track_id = rounds.track_id
        and later.number > rounds.number and later.status <> 'void' and later.closes_at is not null
    )
  for share of rounds
`;

/** True of a row of `given` of whose gesture the round has not heard. */
export const isNewIn = (round: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`${isNewBy('source_key', round)} and ${isNewBy('gesture', round)}`;

/** A look by each index: one for both would read every answer of the round. */
const isNewBy = (key: 'source_key' | 'gesture', round: RawBuilder<unknown>) => sql`
  not exists (
    select from answers where answers.round_id = ${round}
      and answers.${sql.ref(key)} in (given.${sql.ref(key)}, given.${sql.ref(key)} || ${LATE_EDIT}::text)
  )
`;

/** The authors whose answer is in time and new, and whose stored name and language are those that the platform tells. */
const authors = sql`
  select asked.*, given.*, members.id as member_id
  from asked cross join given
  join members on members.workspace_id = asked.workspace_id and members.external_id = given.external_id
  where given.revised_at < asked.closes_at
    and (given.name is null or given.name = members.name)
    and (given.language is null or given.language = members.language)
    and ${isNewIn(sql`asked.round_id`)}
  order by members.id
`;

/** SQLSTATEs: a row is there by now, or one that was there is gone. */
const OVERTAKEN: readonly unknown[] = ['23505', '23503'];

export const isOvertaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && OVERTAKEN.includes(error.code);
