import { describe, expect, it } from 'vitest';
import { type Rig, withRig } from '../support/rig.ts';
import { untilRoundsRest, untilRow } from '../support/settled.ts';
import { wrongs } from '../support/whole-state.ts';

/** Longer than any of our requests waits for its answer. */
const TOO_LATE_MS = 16_000;

async function statusOf({ db }: Rig, trackId: number): Promise<string | undefined> {
  const rounds = db.selectFrom('rounds').select('status').where('trackId', '=', trackId);
  return (await rounds.executeTakeFirst())?.status;
}

const untilOpen = (rig: Rig, trackId: number): Promise<boolean> =>
  untilRow(
    async () => (await statusOf(rig, trackId)) === 'open',
    async () => `round of track ${trackId}: ${await statusOf(rig, trackId)}`,
  );

async function dueIn(rig: Rig, channel: string): Promise<void> {
  const tracks = rig.db.selectFrom('tracks').select('id').where('channel', '=', channel);
  for (const { id } of await tracks.execute()) await rig.due(id);
}

/** Lets every request about the channels vanish on its way: no answer, no error. Answers which did. */
function blackHole({ toPlatform }: Rig, ...channels: readonly string[]): ReadonlySet<string> {
  const swallowed = new Set<string>();
  toPlatform.watch(({ bytes }) => {
    const channel = channels.find((one) => isAbout(bytes, one));
    if (channel === undefined) return 'pass';
    swallowed.add(channel);
    return 'drop';
  });
  return swallowed;
}

function isAbout(bytes: Buffer, channel: string): boolean {
  return bytes.includes(`/channels/${channel}/`) || bytes.includes(`channel=${channel}`);
}

describe.concurrent.each(['discord', 'slack'] as const)('on %s', (platform) => {
  it(
    'a channel whose requests vanish holds up no other, and is served when they arrive',
    () =>
      withRig(platform, async (rig) => {
        const [lost, well] = [await rig.addTrack(), await rig.addTrack()];
        const { channel } = lost;
        // More to do there than one process does at a time.
        for (let more = 0; more < 5; more++) await rig.addTrack({ channel });
        await rig.start();
        const swallowed = blackHole(rig, channel);
        await dueIn(rig, channel);
        await rig.stage.until(() => swallowed.size > 0, 'a request that vanishes');
        const due = performance.now();
        await rig.due(well.id);
        await untilOpen(rig, well.id);
        expect(performance.now() - due).toBeLessThan(9_000);
        expect(await statusOf(rig, lost.id)).toBe('claimed');
        rig.toPlatform.watch(undefined);
        await untilOpen(rig, lost.id);
        await untilRoundsRest(rig.db);
        expect(rig.stage.channelMessages(channel)).toHaveLength(6);
        expect(await wrongs(rig.db, rig.stage)).toEqual([]);
      }),
    120_000,
  );

  it(
    'twenty such channels hold up no other either',
    () =>
      withRig(platform, async (rig) => {
        const lost = [];
        for (let more = 0; more < 20; more++) lost.push(await rig.addTrack());
        const well = await rig.addTrack();
        await rig.start();
        const swallowed = blackHole(rig, ...lost.map(({ channel }) => channel));
        for (const { channel } of lost) await dueIn(rig, channel);
        await rig.stage.until(() => swallowed.size > 3, 'requests that vanish');
        const due = performance.now();
        await rig.due(well.id);
        await untilOpen(rig, well.id);
        expect(performance.now() - due).toBeLessThan(9_000);
        rig.toPlatform.watch(undefined);
        await untilRoundsRest(rig.db);
        expect(await wrongs(rig.db, rig.stage)).toEqual([]);
      }),
    180_000,
  );

  it(
    'a post that stands, but whose answer comes too late, is found and not made again',
    () =>
      withRig(platform, async (rig) => {
        await rig.addTrack();
        const bot = await rig.start();
        rig.toPlatform.delay(TOO_LATE_MS);
        await rig.due();
        await bot.line(({ msg }) => msg === 'a job failed and will come again');
        rig.toPlatform.delay(0);
        await untilRoundsRest(rig.db);
        expect(rig.stage.channelMessages()).toHaveLength(1);
        expect(bot.logged).toContainEqual(
          expect.objectContaining({ key: 'round-1-question-1', found: true }),
        );
        expect(await wrongs(rig.db, rig.stage)).toEqual([]);
      }),
    120_000,
  );

  it(
    'a question that is told to wait a second is asked a few seconds later',
    () =>
      withRig(platform, async (rig) => {
        await rig.addTrack();
        await rig.start();
        rig.stage.faults.rateLimit(1, 1);
        const due = performance.now();
        await rig.due();
        await untilRoundsRest(rig.db);
        expect(performance.now() - due).toBeLessThan(15_000);
        expect(await wrongs(rig.db, rig.stage)).toEqual([]);
      }),
    120_000,
  );
});
