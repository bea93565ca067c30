import { sql } from 'kysely';
import type { MessageRef } from '../../src/chat/place.ts';
import type { Database } from '../../src/db/connect.ts';
import { foldStreak, type RoundMark } from '../../src/domain/streak.ts';
import { answerWords } from '../../src/features/answers/words/index.ts';
import type { Seen, Stage } from './stage.ts';

/**
 * All that is wrong with a bot that has come to rest: what stands on the platform against what is on
 * record, and what is stored against the log. Empty when all is well.
 */
export async function wrongs(db: Database, stage: Stage): Promise<readonly string[]> {
  return [
    ...(await wrongPosts(db, stage)),
    ...(await wrongRounds(db)),
    ...(await wrongStandings(db)),
    ...stage.refusals().map((refusal) => `the platform refused: ${refusal}`),
  ];
}

/** Every message of the bot's in the tracks' channels is on record once, and every record stands. */
async function wrongPosts(db: Database, stage: Stage): Promise<readonly string[]> {
  const all = await db.selectFrom('deliveries').selectAll().execute();
  const recorded = all.filter(({ key }) => !NOTE_KEY.test(key));
  const posted = await postedBy(db, stage);
  const refs = recorded.flatMap(({ key, ref }) => (ref ? [{ key, ref }] : []));
  return [
    ...recorded.filter(({ ref }) => !ref).map(({ key }) => `never came through: ${key}`),
    ...refs.filter(({ ref }) => !posted.has(idOf(ref))).map(({ key }) => `not there: ${key}`),
    ...doubles(refs.map(({ ref }) => idOf(ref))).map((id) => `two keys for ${id}`),
    ...[...posted]
      .filter(([id]) => !refs.some(({ ref }) => idOf(ref) === id))
      .map(([, { text }]) => `posted, and not on record: ${text.split('\n')[0]}`),
  ];
}

const idOf = ({ message }: MessageRef): string => message;

/** Said to one member: not every platform keeps a record of a note, and a private nudge stands elsewhere. */
const NOTE_KEY = /^(answer|refused)-|^round-\d+-nudge-\d+-/;
const NOTES: readonly string[] = [answerWords('en').late];

/** What the bot posted to the tracks' channels and their threads, by id; notes left out. */
async function postedBy(db: Database, stage: Stage): Promise<ReadonlyMap<string, Seen>> {
  const tracks = await db.selectFrom('tracks').select('channel').distinct().execute();
  const inChannels = tracks.flatMap(({ channel }) => stage.channelMessages(channel));
  const inThreads = inChannels.flatMap((message) => stage.threadMessages(message));
  const own = [...inChannels, ...inThreads].filter(({ author }) => author === 'whetstone');
  const posts = own.filter(({ text }) => !NOTES.some((note) => text.includes(note)));
  return new Map(posts.map((message) => [message.id, message]));
}

/** One question a round, one set of reveal pages, nothing half-done. */
async function wrongRounds(db: Database): Promise<readonly string[]> {
  const rounds = await db.selectFrom('rounds').selectAll().execute();
  const keys = (await db.selectFrom('deliveries').select('key').execute()).map(({ key }) => key);
  const asked = rounds.filter(({ status }) => status !== 'void');
  return [
    ...rounds
      .filter(({ status }) => status === 'claimed' || status === 'closed')
      .map(({ id, status }) => `round ${id} is still ${status}`),
    ...asked.filter(({ thread }) => !thread).map(({ id }) => `round ${id} has no thread`),
    ...asked
      .filter(({ id }) => !keys.includes(`round-${id}-question-1`))
      .map(({ id }) => `round ${id} was never asked`),
    ...asked
      .filter(({ id, status }) => keys.includes(`round-${id}-reveal-1`) !== (status === 'revealed'))
      .map(({ id, status }) => `round ${id} is ${status}, which its reveal belies`),
  ];
}

interface Log {
  readonly trackId: number;
  readonly memberId: number;
  readonly marks: RoundMark[];
}

/** Streaks and points against the log, counted here in another way than the bot counts them. */
async function wrongStandings(db: Database): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const { trackId, memberId, marks } of await readLogs(db)) {
    const stored = await db
      .selectFrom('streaks')
      .select(['current', 'longest', 'freezes', 'answered'])
      .where('trackId', '=', trackId)
      .where('memberId', '=', memberId)
      .executeTakeFirst();
    const points = await db
      .selectFrom('scores')
      .select('points')
      .where('trackId', '=', trackId)
      .where('memberId', '=', memberId)
      .where('period', '=', 'all')
      .executeTakeFirst();
    const folded = foldStreak(marks);
    const said = { streak: stored, points: points?.points ?? 0 };
    const meant = { streak: folded, points: folded.answered };
    if (JSON.stringify(said) === JSON.stringify(meant)) continue;
    wrong.push(
      `member ${memberId} stands at ${JSON.stringify(said)}, not ${JSON.stringify(meant)}`,
    );
  }
  return wrong;
}

async function readLogs(db: Database): Promise<readonly Log[]> {
  const { rows } = await sql<{
    track: number;
    member: number;
    round: number;
    open: boolean;
    excused: boolean;
    answered: boolean;
  }>`
    select t.track, t.member, r.number as round, r.excused,
      r.status in ('claimed', 'open') as open, exists (
      select from answers a
      where a.round_id = r.id and a.member_id = t.member and not a.late
        and (a.withdrawn_at is null or a.withdrawn_at >= r.closes_at)
    ) as answered
    from (
      select distinct r.track_id as track, a.member_id as member
      from answers a join rounds r on r.id = a.round_id
      where a.member_id is not null and not a.late
    ) t
    join rounds r on r.track_id = t.track and r.status <> 'void' and r.closes_at is not null
    order by t.track, t.member, r.number
  `.execute(db);
  const logs = new Map<string, Log>();
  for (const { track, member, ...mark } of rows) {
    const key = `${track}:${member}`;
    const log = logs.get(key) ?? { trackId: track, memberId: member, marks: [] };
    log.marks.push(mark);
    logs.set(key, log);
  }
  return [...logs.values()];
}

function doubles(values: readonly string[]): readonly string[] {
  return values.filter((value, i) => values.indexOf(value) !== i);
}
