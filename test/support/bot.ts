import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { pino } from 'pino';
import { createDeckReader } from '../../src/app/deck-reader.ts';
import { createRuntime, type Parts, type Runtime } from '../../src/app/runtime.ts';
import { INSTALLATION_LENGTH } from '../../src/chat/message.ts';
import type { PlatformName } from '../../src/chat/place.ts';
import { connect } from '../../src/db/connect.ts';
import { decksFor } from '../../src/db/decks.ts';
import type { Track } from '../../src/db/tables.ts';
import { insertTrack } from '../../src/db/tracks.ts';
import { saveWorkspace } from '../../src/db/workspaces.ts';
import { fetchBytes } from '../../src/decks/published/fetch-bytes.ts';
import { nextDue } from '../../src/domain/schedule.ts';
import { notePresence } from '../../src/features/rounds/note-presence.ts';
import { type TestClock, testClock } from './clock.ts';
import { type TestDatabase, testDatabaseWithDeck } from './database.ts';
import type { Seen, Stage } from './stage.ts';

/** The whole bot on a stage: real database, real queue, the platform's real client. */
export interface Bot {
  readonly runtime: Runtime;
  readonly clock: TestClock;
  readonly database: TestDatabase;
  readonly deckId: number;
  readonly errors: readonly string[];
  /** A track in the stage's channel, due every weekday at 10:00 UTC. */
  addTrack(change?: Partial<Track>): Promise<Track>;
  /** Moves the clock to an instant and lets what is due happen. */
  goTo(at: Date | string): Promise<void>;
  /** The channel's `count`th message, as soon as its round's thread is open and on record. */
  question(count: number): Promise<Seen>;
  /** Ends the process; its database stays, for another bot to start on. */
  leave(): Promise<void>;
  stop(): Promise<void>;
}

/** A Monday morning, an hour before the tracks of these tests are due. */
export const MONDAY_NINE = '2026-11-23T09:00:00Z';

/** Enough for people who do a few things at once: a session costs PostgreSQL more than most tests ask of it. */
const SESSIONS = 4;

/** Parts that a test chooses itself. */
type ChosenParts = Pick<
  Partial<Parts>,
  'paintFormula' | 'drawPicture' | 'grader' | 'fetchPublic' | 'feed'
>;

export async function startBot(
  stage: Stage,
  clock: TestClock = testClock(MONDAY_NINE),
  earlier?: TestDatabase,
  chosen: ChosenParts = {},
): Promise<Bot> {
  const database = earlier ?? (await testDatabaseWithDeck());
  const errors: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line) => errors.push(line) });
  const onError = (error: Error) => log.error(error);
  const { db, locks, close } = connect(database.url, { onError, max: SESSIONS });
  let ids = 0;
  let gestures = 0;
  const platform = stage.platform();
  const runtime = createRuntime({
    db,
    locks,
    databaseUrl: database.url,
    clock,
    // People here are never hasty: a minute goes by between any two gestures.
    elapsedMs: () => ++gestures * 60_000,
    randomId: () => `draft${++ids}`,
    // Each database has a name of its own.
    installation: database.url.slice(-INSTALLATION_LENGTH),
    randomInt: () => 0,
    platforms: [platform],
    paintFormula: () => Promise.resolve(undefined),
    drawPicture: () => Promise.resolve(undefined),
    readDeckFile: createDeckReader(join(tmpdir(), 'whetstone-no-pictures')),
    fetchPublic: fetchBytes,
    log,
    observe: () => {},
    settleMs: 0,
    ...chosen,
  });
  const deckId = await shippedDeck(runtime);
  await runtime.start();
  await platform.start(runtime.startOptions);
  await notePresence(runtime.context);
  const leave = async (): Promise<void> => {
    await platform.stop();
    await runtime.stop(5000);
    await close();
  };
  return {
    runtime,
    clock,
    database,
    deckId,
    errors,
    addTrack: (change) => addTrack(runtime, stage, clock, deckId, change),
    async goTo(at) {
      await moveClock(runtime, clock, at);
      await runtime.tick();
    },
    async question(count) {
      const look = () => stage.channelMessages()[count - 1];
      await stage.until(look, `question ${count}`);
      await untilThreads(runtime, stage, count);
      return stage.until(look);
    },
    leave,
    async stop() {
      await leave();
      await database.drop();
    },
  };
}

/** As if the bot had listened all the while; its own ticks wait, and see the clock as it is then. */
async function moveClock({ context }: Runtime, clock: TestClock, at: Date | string): Promise<void> {
  await context.db.transaction().execute(async (tx) => {
    await sql`lock table rounds in exclusive mode`.execute(tx);
    await tx.selectFrom('presences').selectAll().forUpdate().execute();
    clock.set(at);
    await tx.updateTable('presences').set({ seenAt: clock.peek() }).execute();
  });
}

/** Looks at the database once at a time, however much happens on the stage meanwhile. */
async function untilThreads({ context }: Runtime, stage: Stage, count: number): Promise<void> {
  let open = 0;
  let looking: Promise<void> | undefined;
  const look = async (): Promise<void> => {
    const rounds = await context.db.selectFrom('rounds').select('thread').execute();
    open = rounds.filter((round) => round.thread).length;
    looking = undefined;
  };
  await stage.until(() => {
    looking ??= look();
    return open >= count;
  }, `the thread of question ${count}`);
}

/** The deck that Whetstone ships with: the database is a clone of one that holds it. */
async function shippedDeck({ context }: Runtime): Promise<number> {
  const [row] = await decksFor(context.db);
  if (!row) throw new Error('the shipped deck is not stored');
  return row.id;
}

async function addTrack(
  { context }: Runtime,
  stage: Stage,
  clock: TestClock,
  deckId: number,
  change: Partial<Track> = {},
): Promise<Track> {
  const platform: PlatformName = stage.name;
  const workspace = await saveWorkspace(context.db, { platform, externalId: stage.workspace });
  const { cron = '0 10 * * 1-5', timezone = 'UTC' } = change;
  const schedule = { cron, timezone };
  return insertTrack(context.db, {
    workspaceId: workspace.id,
    channel: stage.channel,
    deckIds: [deckId],
    topics: [],
    difficulties: [],
    answeringSeconds: 8 * 3600,
    language: 'en',
    nextDueAt: nextDue(schedule, clock.peek()) ?? null,
    ...schedule,
    ...change,
  });
}
