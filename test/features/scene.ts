import { sql } from 'kysely';
import type { MemberProfile, ThreadMessage } from '../../src/chat/event.ts';
import type { Platform } from '../../src/chat/platform.ts';
import { saveDraft } from '../../src/db/drafts.ts';
import { findMember, saveMember } from '../../src/db/members.ts';
import type { Member, Round, Track } from '../../src/db/tables.ts';
import { insertTrack } from '../../src/db/tracks.ts';
import { saveWorkspace } from '../../src/db/workspaces.ts';
import { inTransaction } from '../../src/delivery/in-transaction.ts';
import { onThreadEvent } from '../../src/features/answers/on-thread-event.ts';
import { submitAnswer } from '../../src/features/answers/submit-answer.ts';
import type { Submitted } from '../../src/features/answers/submitted.ts';
import { answerQuiz } from '../../src/features/quiz/answer-quiz.ts';
import { revealRound } from '../../src/features/reveals/reveal-round.ts';
import { askRound } from '../../src/features/rounds/ask-round.ts';
import { claimRound } from '../../src/features/rounds/claim-round.ts';
import { watchRounds } from '../../src/features/rounds/watch-rounds.ts';
import type { TestDatabase } from '../support/database.ts';
import { seedDeck } from '../support/seed-deck.ts';
import { openWorld, type World } from '../support/world.ts';

/** A track, and people who take part in it. */
export interface Scene {
  readonly world: World;
  readonly track: Track;
  /** The next day's round, asked. */
  ask(): Promise<Round>;
  /** The round that was claimed last. */
  newest(): Promise<Round>;
  /** Lets the open round end, and reveals it. */
  reveal(round: Round): Promise<void>;
  /** Sends the answer form; the same `id` is the same sending. */
  form(who: MemberProfile, round: Round, text: string, more?: FormMore): Promise<Submitted>;
  /** Writes in the round's thread; the same `id` is the same message. */
  write(who: MemberProfile, round: Round, text: string, id?: string): Promise<ThreadMessage>;
  quiz(who: MemberProfile, text: string): Promise<void>;
  draft(who: MemberProfile, body: object): Promise<void>;
  member(who: MemberProfile): Promise<Member | undefined>;
  /** Every row of every table, the queue's included, as one text. */
  everything(): Promise<string>;
  close(): Promise<void>;
}

interface FormMore {
  readonly id?: string;
  readonly anonymous?: boolean;
}

const SCHEDULE = { cron: '0 10 * * *', timezone: 'UTC' };

export async function openScene(platform: Platform, database?: TestDatabase): Promise<Scene> {
  const world = await openWorld({ platforms: [platform], ...(database && { database }) });
  const { context, clock } = world;
  const track = await addTrack(world);
  const { workspaceId } = track;
  let ids = 0;
  const memberOf = (who: MemberProfile) => saveMember(context.db, workspaceId, who);
  return {
    world,
    track,
    ask: () => askNext(world, track),
    newest: () => newestOf(world, track),
    async reveal(round) {
      clock.advance({ hours: 9 });
      await watchRounds(context);
      await revealRound(context, round.id);
    },
    form: (who, round, text, { id = `form-${++ids}`, anonymous = false } = {}) =>
      submitAnswer(context, round.id, {
        workspaceId,
        member: who,
        source: 'form',
        sourceKey: id,
        gesture: id,
        text,
        anonymous,
        saidAt: clock.peek(),
        revisedAt: clock.peek(),
      }),
    async write(who, round, text, id = `message-${++ids}`) {
      if (!round.thread) throw new Error('the round has no thread');
      const ref = { ...round.thread, message: `written-${id}` };
      const message: ThreadMessage = {
        ...{ platform: 'discord', ref, member: who, text, at: clock.peek(), gesture: id },
      };
      await onThreadEvent(context, { type: 'written', message });
      return message;
    },
    async quiz(who, text) {
      const { id: memberId } = await memberOf(who);
      const { id: questionId } = await anyQuestion(world);
      await answerQuiz(context, { memberId, questionId, submission: `quiz-${++ids}`, text });
    },
    async draft(who, body) {
      const { id: memberId } = await memberOf(who);
      await saveDraft(context.db, { id: `draft-${++ids}`, memberId, body });
    },
    member: (who) => findMember(context.db, workspaceId, who.id),
    everything: () => everything(world),
    close: () => world.close(),
  };
}

async function addTrack({ context: { db } }: World): Promise<Track> {
  const names = { platform: 'discord', externalId: 'w1' } as const;
  const workspace = await saveWorkspace(db, names);
  const questions = Array.from({ length: 9 }, (_, index) => ({ id: `question-${index}` }));
  const deck = await seedDeck(db, { name: 'sample', questions });
  return insertTrack(db, {
    workspaceId: workspace.id,
    channel: 'c1',
    deckIds: [deck.id],
    topics: [],
    difficulties: [],
    answeringSeconds: 8 * 3600,
    language: 'en',
    // Rounds come when the test asks for them.
    nextDueAt: null,
    ...SCHEDULE,
  });
}

async function askNext({ context, clock }: World, track: Track): Promise<Round> {
  clock.advance({ hours: 15 });
  const claimed = await inTransaction(context, (inside) =>
    claimRound(inside, { track, dueAt: clock.peek() }),
  );
  if (claimed.type !== 'claimed') throw new Error(claimed.type);
  await askRound(context, claimed.round.id);
  return newestOf({ context }, track);
}

async function newestOf({ context }: Pick<World, 'context'>, { id }: Track): Promise<Round> {
  return context.db
    .selectFrom('rounds')
    .selectAll()
    .where('trackId', '=', id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
}

async function anyQuestion({ context: { db } }: World): Promise<{ readonly id: number }> {
  return db.selectFrom('questions').select('id').orderBy('id').limit(1).executeTakeFirstOrThrow();
}

async function everything({ context: { db } }: World): Promise<string> {
  const tables = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname in ('public', 'whetstone_jobs')
  `.execute(db);
  const texts = tables.rows.map(async ({ name }) => {
    const { rows } = await sql<{ row: object }>`
      select to_jsonb(one) as row from ${sql.raw(name)} one
    `.execute(db);
    return rows.map(({ row }) => `${name} ${JSON.stringify(row)}`).join('\n');
  });
  return (await Promise.all(texts)).join('\n');
}
