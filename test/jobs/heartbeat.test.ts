import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startHeartbeat } from '../../src/jobs/heartbeat.ts';

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
