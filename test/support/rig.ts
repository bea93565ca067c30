import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { connect, type Database } from '../../src/db/connect.ts';
import { decksFor } from '../../src/db/decks.ts';
import type { Track } from '../../src/db/tables.ts';
import { insertTrack } from '../../src/db/tracks.ts';
import { saveWorkspace } from '../../src/db/workspaces.ts';
import { type BotProcess, startBotProcess } from './bot-process.ts';
import { testDatabaseWithDeck } from './database.ts';
import { openProxy, type Proxy } from './proxy.ts';
import type { Stage } from './stage.ts';
import { STAGES } from './stages.ts';

/** A loopback platform and a database, each behind a proxy, for bots that run as processes. */
export interface Rig {
  readonly stage: Stage;
  /** Past the proxy, so that a test sees what is. */
  readonly db: Database;
  /** The same. */
  readonly databaseUrl: string;
  readonly toDatabase: Proxy;
  readonly toPlatform: Proxy;
  /** What a bot process is started with. */
  readonly settings: Readonly<Record<string, string>>;
  /** Another bot process that has only begun to start. */
  launch(): BotProcess;
  /** Another bot process, its platform connected. */
  start(): Promise<BotProcess>;
  /** A track in a channel of its own, due only when {@link Rig.due} says so. */
  addTrack(change?: Partial<Track>): Promise<Track>;
  /** Makes a track's next question, or every track's, due now. */
  due(trackId?: number): Promise<void>;
  /** Moves the deadline of every open round to now. */
  closeRounds(): Promise<void>;
  close(): Promise<void>;
}

/** Once a year, on a day on which no test has an open round. */
const NEVER_BY_ITSELF = '0 4 29 2 *';

/** Does something with a rig, and closes it whatever comes of that. */
export async function withRig<T>(
  platform: Stage['name'],
  work: (rig: Rig) => Promise<T>,
  opening: Promise<Stage> = openStage(platform),
): Promise<T> {
  const rig = await openRig(await opening);
  try {
    return await work(rig);
  } finally {
    await rig.close();
  }
}

async function openRig(stage: Stage): Promise<Rig> {
  const home = await mkdtemp(join(tmpdir(), 'whetstone-rig-'));
  const database = await testDatabaseWithDeck();
  const { db, close } = connect(database.url, { onError: () => undefined, max: 4 });
  const deckId = await shippedDeck(db);
  const workspace = await saveWorkspace(db, {
    platform: stage.name,
    externalId: stage.workspace,
  });
  const toDatabase = await openProxy(database.url);
  const toPlatform = await openProxy(apiUrlOf(stage));
  const settings = {
    ...stage.env,
    [apiVariable(stage)]: toPlatform.through(apiUrlOf(stage)),
    DATABASE_URL: toDatabase.through(database.url),
    WHETSTONE_HOME: home,
  };
  const bots: BotProcess[] = [];
  let tracks = 0;
  const launch = (): BotProcess => {
    const bot = startBotProcess(settings);
    bots.push(bot);
    return bot;
  };
  return {
    stage,
    db,
    databaseUrl: database.url,
    toDatabase,
    toPlatform,
    settings,
    launch,
    async start() {
      const bot = launch();
      await bot.ready();
      return bot;
    },
    addTrack: (change) =>
      insertTrack(db, {
        workspaceId: workspace.id,
        channel: tracks++ === 0 ? stage.channel : stage.addChannel(`interviews-${tracks}`),
        deckIds: [deckId],
        topics: [],
        difficulties: [],
        answeringSeconds: 3600,
        language: 'en',
        cron: NEVER_BY_ITSELF,
        timezone: 'UTC',
        nextDueAt: null,
        ...change,
      }),
    async due(trackId) {
      const all = db.updateTable('tracks').set({ nextDueAt: sql`clock_timestamp()` });
      const some = trackId === undefined ? all : all.where('id', '=', trackId);
      await some.where('status', '=', 'active').execute();
    },
    async closeRounds() {
      const now = sql<Date>`clock_timestamp()`;
      await db.updateTable('rounds').set({ closesAt: now }).where('status', '=', 'open').execute();
    },
    async close() {
      await Promise.all(bots.map((bot) => bot.end()));
      await Promise.all([toDatabase.close(), toPlatform.close()]);
      await close();
      await stage.close();
      await database.drop();
      await rm(home, { recursive: true, force: true });
    },
  };
}

async function openStage(platform: Stage['name']): Promise<Stage> {
  const found = STAGES.find(({ name }) => name === platform);
  if (!found) throw new Error(`there is no stage for ${platform}`);
  return found.open(() => new Date());
}

async function shippedDeck(db: Database): Promise<number> {
  const [row] = await decksFor(db);
  if (!row) throw new Error('the shipped deck is not stored');
  return row.id;
}

const apiVariable = ({ name }: Stage): string => `${name.toUpperCase()}_API_URL`;

const apiUrlOf = (stage: Stage): string => stage.env[apiVariable(stage)] ?? '';
