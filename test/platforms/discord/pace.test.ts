import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PlatformError } from '../../../src/chat/platform.ts';
import { connect, type Connection } from '../../../src/db/connect.ts';
import { type RequestSlots, requestSlots } from '../../../src/db/request-slots.ts';
import { seededChance } from '../../../src/domain/memory/chance.ts';
import { createPace, type Pace, SPACING_MS } from '../../../src/platforms/discord/pace.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { openSimulation, type Simulation } from '../../support/simulation.ts';

/** Discord's limit for a bot, whatever number of processes it is. */
const LIMIT = 50;

/** As many as a process has questions in hand. */
const IN_HAND = 32;

let database: TestDatabase;
let connection: Connection;
let time: Simulation;
/** When each request was sent, by the process that sent it. */
let sent: { readonly by: string; readonly at: number }[];
let statements: number;
let complaints: unknown[];

beforeEach(async () => {
  database = await testDatabase();
  connection = connect(database.url, { onError: () => undefined });
  time = openSimulation('2026-11-23T09:00:00Z');
  sent = [];
  statements = 0;
  complaints = [];
});

afterEach(async () => {
  await connection.close();
  await database.drop();
});

const real = (): RequestSlots =>
  requestSlots({ ...connection, clock: time.clock, platform: 'discord', spacingMs: SPACING_MS });

/** In ms, each time anew. */
interface HeldUp {
  /** How much later a wait is over. */
  readonly loop?: () => number;
  /** How much later the database is heard. */
  readonly reply?: () => number;
}

/** A process that knows of so many others. */
function startProcess(
  others: () => number | undefined,
  slots = real(),
  { loop = () => 0, reply }: HeldUp = {},
): Pace {
  const here = time;
  return createPace({
    slots: {
      take: async (count) => {
        statements++;
        const taken = await here.outside(slots.take(count));
        if (reply) await here.wait(reply());
        return taken;
      },
      hold: (ms) => here.outside(slots.hold(ms)),
    },
    others,
    elapsedMs: here.elapsedMs,
    wait: (ms) => here.wait(ms + loop()),
    onSlow: (error) => complaints.push(error),
  });
}

async function send(by: string, pace: Pace): Promise<void> {
  const ofThisTest = sent;
  await pace.turn();
  ofThisTest.push({ by, at: time.elapsedMs() });
}

/** Always has so many to send, until the simulation ends. */
function keepBusy(by: string, pace: Pace): void {
  const ofThisTest = sent;
  const goOn = async (): Promise<void> => {
    while (sent === ofThisTest) await send(by, pace);
  };
  for (let hand = 0; hand < IN_HAND; hand++) void goOn();
}

interface Refusal {
  readonly by: string;
  readonly at: number;
  readonly waitedMs: number;
  readonly retryAfter: number | undefined;
}

/** Asks once a second. Returns what was refused, as it comes. */
function askNowAndThen(by: string, pace: Pace, untilMs: number, onSent?: () => void): Refusal[] {
  const refusals: Refusal[] = [];
  const refused = (since: number) => (error: unknown) => {
    if (!(error instanceof PlatformError) || error.fault.code !== 'busy') throw error;
    const { retryAfter } = error.fault;
    refusals.push({ by, at: since, waitedMs: time.elapsedMs() - since, retryAfter });
  };
  for (let at = 0; at < untilMs; at += 1_000)
    time.at(at, () => send(by, pace).then(onSent, refused(at)));
  return refusals;
}

/** The most that were sent within any second. */
const busiestSecond = (): number =>
  Math.max(
    ...sent.map(({ at }) => sent.filter((one) => one.at >= at && one.at < at + 1_000).length),
  );

const countOf = (by: string): number => sent.filter((one) => one.by === by).length;

describe('processes that send to Discord', () => {
  it('share its limit evenly while all are busy, by a statement for ten requests', async () => {
    const others = (): number => 2;
    for (const name of ['A', 'B', 'C']) keepBusy(name, startProcess(others));
    await time.pass(10_000);
    expect(busiestSecond()).toBeLessThanOrEqual(LIMIT);
    expect(sent.length).toBeGreaterThan(0.93 * LIMIT * 10);
    for (const name of ['A', 'B', 'C']) expect(countOf(name)).toBeGreaterThan(sent.length * 0.3);
    expect(statements).toBeLessThan(sent.length / 8);
    expect(complaints).toEqual([]);
  });

  it.each([
    { processes: 1, what: 'event loops are' },
    { processes: 3, what: 'event loops are' },
    { processes: 1, what: 'the database’s replies are' },
    { processes: 3, what: 'the database’s replies are' },
  ])('stay below the limit where $what held up, being $processes', async ({ processes, what }) => {
    const chance = seededChance(what);
    const late = (often: number) => (): number => (chance() < often ? 300 * chance() : 0);
    const heldUp = what.startsWith('event') ? { loop: late(0.03) } : { reply: late(0.3) };
    const others = (): number => processes - 1;
    for (let number = 0; number < processes; number++)
      keepBusy(`${number}`, startProcess(others, real(), heldUp));
    await time.pass(20_000);
    expect(busiestSecond()).toBeLessThanOrEqual(LIMIT);
    expect(sent.length).toBeGreaterThan(0.6 * LIMIT * 20);
  });

  it('send nothing too much on their own where the slots are too close together', async () => {
    const overlapping: RequestSlots = {
      take: () => Promise.resolve({ nowMs: time.elapsedMs(), firstMs: time.elapsedMs() }),
      hold: () => Promise.resolve(),
    };
    keepBusy(
      'A',
      startProcess(() => 0, overlapping),
    );
    await time.pass(10_000);
    expect(busiestSecond()).toBeLessThan(LIMIT);
    expect(sent.length).toBeGreaterThan(0.9 * LIMIT * 10);
  });

  it('leave to one what the others do not need, and wait for it no longer than for ten requests', async () => {
    keepBusy(
      'A',
      startProcess(() => 2),
    );
    const waits: number[] = [];
    const now = (pace: Pace, name: string) => async (): Promise<void> => {
      const since = time.elapsedMs();
      await send(name, pace);
      waits.push(time.elapsedMs() - since);
    };
    for (const name of ['B', 'C']) {
      const ask = now(
        startProcess(() => 2),
        name,
      );
      for (let at = 500; at < 10_000; at += 1_000) time.at(at, ask);
    }
    await time.pass(10_000);
    expect(busiestSecond()).toBeLessThanOrEqual(LIMIT);
    expect(countOf('A')).toBeGreaterThan(0.8 * LIMIT * 10);
    expect(waits).toHaveLength(20);
    expect(Math.max(...waits)).toBeLessThanOrEqual(13 * SPACING_MS);
  });

  it('stay below the limit while one of them does not know of the other yet', async () => {
    let known = 0;
    keepBusy(
      'old',
      startProcess(() => known),
    );
    const newcomer = startProcess(() => 1);
    time.at(3_000, () => keepBusy('new', newcomer));
    time.at(8_000, () => void (known = 1));
    await time.pass(12_000);
    expect(busiestSecond()).toBeLessThanOrEqual(LIMIT);
    expect(countOf('new')).toBeGreaterThan(150);
  });

  it('go on at once where one dies with what it took', async () => {
    const dead = real();
    const survivor = startProcess(() => 1);
    keepBusy('A', survivor);
    time.at(5_000, () => void time.outside(dead.take(10)));
    await time.pass(10_000);
    expect(sent.length).toBeGreaterThan(0.8 * LIMIT * 10);
  });

  it('are all silent for as long as Discord asks one of them to be', async () => {
    const [a, b] = [startProcess(() => 1), startProcess(() => 1)];
    keepBusy('A', a);
    keepBusy('B', b);
    time.at(2_000, () => a.hold(3_000));
    await time.pass(8_000);
    // What they had taken before is sent.
    const during = sent.filter(({ at }) => at > 2_000 + 20 * SPACING_MS && at < 5_000);
    expect(during).toEqual([]);
    expect(sent.filter(({ at }) => at >= 5_000).length).toBeGreaterThan(100);
  });

  it('refuse at once what would wait long, and send again a minute after the clock was set back an hour', async () => {
    const freeAt = new Date('2026-11-23T10:00:00Z');
    await connection.db
      .insertInto('requestSlots')
      .values({ platform: 'discord', freeAt })
      .execute();
    const refusals = askNowAndThen(
      'A',
      startProcess(() => 1),
      90_000,
    );
    await time.pass(90_000);
    const retryAfter = expect.closeTo(60_000) as number;
    expect(refusals[0]).toEqual({ by: 'A', at: 0, waitedMs: 0, retryAfter });
    expect(refusals.filter(({ waitedMs }) => waitedMs > 0)).toEqual([]);
    expect(sent[0]?.at).toBeLessThanOrEqual(61_000);
    expect(sent).toHaveLength(90 - refusals.length);
    expect(statements).toBeLessThan(sent.length + 5);
  });

  it('are silent for as long as Discord says, however long: after a minute each may have to be told', async () => {
    const silentUntil = 600_000;
    const [a, b] = [startProcess(() => 1), startProcess(() => 1)];
    a.hold(silentUntil);
    askNowAndThen('A', a, 700_000);
    askNowAndThen('B', b, 700_000, () => {
      if (time.elapsedMs() < silentUntil) b.hold(silentUntil - time.elapsedMs());
    });
    await time.pass(700_000);
    const early = sent.filter(({ at }) => at < silentUntil);
    expect(early).toEqual([{ by: 'B', at: expect.toSatisfy((at) => at >= 60_000) as number }]);
    expect(countOf('A')).toBeGreaterThan(90);
    expect(countOf('B')).toBeGreaterThan(90);
  });

  it('send an even share each while the database does not answer, and ask it again later', async () => {
    let isDown = true;
    const failing: RequestSlots = {
      take: (count) => (isDown ? Promise.reject(new Error('down')) : real().take(count)),
      hold: () => Promise.resolve(),
    };
    const others = (): number => 2;
    for (const name of ['A', 'B', 'C']) keepBusy(name, startProcess(others, failing));
    await time.pass(10_000);
    expect(busiestSecond()).toBeLessThanOrEqual(LIMIT);
    expect(sent.length).toBeGreaterThan(0.8 * LIMIT * 10);
    expect(statements).toBeLessThan(10);
    expect(complaints).toHaveLength(statements);
    isDown = false;
    await time.pass(20_000);
    expect(statements).toBeGreaterThan(20);
    expect(busiestSecond()).toBeLessThanOrEqual(LIMIT);
  });
});

describe('a process that knows of no other', () => {
  it('leaves room for one that has just started', async () => {
    const [old, newcomer] = [startProcess(() => 0), startProcess(() => 1)];
    for (let at = 0; at < 10_000; at += 100) time.at(at, () => send('old', old));
    time.at(5_000, () => keepBusy('new', newcomer));
    await time.pass(10_000);
    expect(busiestSecond()).toBeLessThanOrEqual(LIMIT);
    expect(countOf('old')).toBeGreaterThan(95);
  });

  it('puts off what waits for more than five seconds, so that it may come again', async () => {
    const pace = startProcess(() => 0);
    const asked = Array.from({ length: 300 }, () =>
      send('A', pace).then(
        () => 'sent',
        (error: unknown) => String(error),
      ),
    );
    await time.pass(8_000);
    const outcomes = await Promise.all(asked);
    const putOff = outcomes.filter((one) => one !== 'sent');
    expect(new Set(putOff)).toEqual(
      new Set(['PlatformError: busy: not sent: too many requests wait for their turn']),
    );
    expect(putOff.length).toBeLessThan(100);
  });
});
