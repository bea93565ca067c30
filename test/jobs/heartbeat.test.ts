import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { HEARTBEAT, type LookAgainIn, startHeartbeat } from '../../src/jobs/heartbeat.ts';

const CONSOLE = ['debug', 'error', 'info', 'log', 'warn'] as const;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it('writes nothing past the log where a tick takes longer than the time to the next', async () => {
  const written = CONSOLE.map((name) => vi.spyOn(console, name).mockReturnValue());
  const out = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockReturnValue(true),
  );
  const { promise, resolve } = Promise.withResolvers<void>();
  const ticks: number[] = [];
  const tick = (): Promise<void> => (ticks.push(Date.now()), promise);
  const heart = startHeartbeat(tick, (error) => expect.fail(String(error)), '* * * * * *');
  await vi.advanceTimersByTimeAsync(5_000);
  const calls = [...written, ...out].flatMap((spy) => spy.mock.calls);
  resolve();
  await heart.stop();
  expect(ticks.length).toBeGreaterThan(0);
  expect(calls).toEqual([]);
});

it('ticks between two beats where the last tick asked for it, but never without a pause', async () => {
  vi.setSystemTime('2026-11-23T09:00:00.100Z');
  const ticks: number[] = [];
  const waits = [1_700, 0, undefined];
  const heart = startHeartbeat(
    (lookAgainIn) => {
      lookAgainIn(waits[ticks.push(Date.now() % 60_000) - 1]);
      return Promise.resolve();
    },
    (error) => expect.fail(String(error)),
    HEARTBEAT,
  );
  await vi.advanceTimersByTimeAsync(4_000);
  expect(ticks).toEqual([100, 1_800, 2_050]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(ticks).toHaveLength(4);
  await heart.stop();
});

it('ticks no more once it was stopped, whatever was asked for', async () => {
  let ticks = 0;
  const tick = (lookAgainIn: LookAgainIn): Promise<void> => {
    ticks++;
    lookAgainIn(1_000);
    return Promise.resolve();
  };
  const heart = startHeartbeat(tick, (error) => expect.fail(String(error)), HEARTBEAT);
  await heart.stop();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(ticks).toBe(1);
});
