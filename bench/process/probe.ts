/**
 * Loaded into a bot that is measured: at each signal it writes by how much the event loop was held up at worst, and
 * how much processor time the process took, since the last one.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { cpuUsage } from 'node:process';

const RESOLUTION_MS = 2;
const loop = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
let before = cpuUsage();
loop.enable();

process.on('SIGUSR2', () => {
  const { user, system } = cpuUsage(before);
  const stallMs = Math.max(0, loop.max / 1e6 - RESOLUTION_MS);
  process.stdout.write(
    `\n${JSON.stringify({ probe: { stallMs, cpuMs: (user + system) / 1_000 } })}\n`,
  );
  before = cpuUsage();
  loop.reset();
});
