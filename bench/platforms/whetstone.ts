import { randomInt } from 'node:crypto';
import { pino } from 'pino';
import { randomId } from '../../src/app/backend.ts';
import { createRuntime, type Runtime } from '../../src/app/runtime.ts';
import { databaseClock } from '../../src/db/clock.ts';
import { connect } from '../../src/db/connect.ts';
import { updateTrack } from '../../src/db/tracks.ts';
import { fetchBytes } from '../../src/decks/published/fetch-bytes.ts';
import { notePresence } from '../../src/features/rounds/note-presence.ts';
import { untilAllRests } from '../../test/support/settled.ts';
import type { Seen, Stage } from '../../test/support/stage.ts';
import type { Bench } from '../kit/open-bench.ts';

/** Whetstone on a stage, with a question that is open in the stage's channel. */
export interface Asked {
  readonly question: Seen;
  readonly runtime: Runtime;
  /** Asks the next question, which is open beside the others. */
  askNext(): Promise<Seen>;
  stop(): Promise<void>;
}

export async function askOn(bench: Bench, stage: Stage): Promise<Asked> {
  const { db, locks, close } = connect(bench.url, { onError: () => undefined });
  const platform = stage.platform();
  const runtime = createRuntime({
    ...{ db, locks, databaseUrl: bench.url, clock: databaseClock, randomId, randomInt },
    ...{ installation: 'bench', platforms: [platform], settleMs: 0 },
    elapsedMs: createPatience(),
    paintFormula: () => Promise.resolve(undefined),
    drawPicture: () => Promise.resolve(undefined),
    readDeckFile: () => Promise.resolve({ type: 'busy' }),
    fetchPublic: fetchBytes,
    log: pino({ level: 'silent' }),
    observe: () => undefined,
  });
  await runtime.start();
  await platform.start(runtime.startOptions);
  await notePresence(runtime.context);
  const { id } = await bench.addTrack(stage.channel, {
    workspace: stage.workspace,
    platform: stage.name,
  });
  const askNext = () => ask(runtime, stage, id);
  return {
    question: await askNext(),
    ...{ runtime, askNext },
    async stop() {
      await platform.stop();
      await runtime.stop(5_000);
      await close();
    },
  };
}

/** Nobody is told that they press too fast: a minute goes by between any two gestures. */
function createPatience(): () => number {
  let gestures = 0;
  return () => ++gestures * 60_000;
}

async function ask(runtime: Runtime, stage: Stage, trackId: number): Promise<Seen> {
  const before = stage.channelMessages().length;
  await updateTrack(runtime.context.db, trackId, { nextDueAt: new Date() });
  await runtime.tick();
  const question = await stage.until(() => stage.channelMessages()[before], 'the question');
  // On Slack its thread is read once it is on record, which would go on beside what is measured.
  await untilAllRests(runtime.context.db);
  return question;
}
