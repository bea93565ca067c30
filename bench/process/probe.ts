/**
 * Loaded into a bot that is measured: at each signal it writes by how much the event loop was held up at worst, and
 * how much processor time the process took, since the last one; and how large its heap is, without garbage where
 * Node was started with `--expose-gc`.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { cpuUsage, memoryUsage } from 'node:process';

const RESOLUTION_MS = 2;
const loop = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
let before = cpuUsage();
loop.enable();

process.on('SIGUSR2', () => {
  const { user, system } = cpuUsage(before);
  const stallMs = Math.max(0, loop.max / 1e6 - RESOLUTION_MS);
  globalThis.gc?.();
  const heapKb = memoryUsage().heapUsed / 1_024;
  const probe = { stallMs, cpuMs: (user + system) / 1_000, heapKb };
  process.stdout.write(`\n${JSON.stringify({ probe })}\n`);
  before = cpuUsage();
  loop.reset();
});
