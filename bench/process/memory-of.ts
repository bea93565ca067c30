import { readFile } from 'node:fs/promises';

/** The memory of a process in megabytes, as Linux tells it; what it shares with others is split among them. */
export async function memoryOf(pid: number): Promise<number> {
  const told = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8');
  const [, kilobytes] = /^Pss:\s+(\d+) kB$/m.exec(told) ?? [];
  return Number(kilobytes) / 1024;
}
