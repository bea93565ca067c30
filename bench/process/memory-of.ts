import { readdir, readFile } from 'node:fs/promises';

/** The memory of a process in megabytes, as Linux tells it; what it shares with others is split among them. */
export async function memoryOf(pid: number): Promise<number> {
  const told = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8');
  const [, kilobytes] = /^Pss:\s+(\d+) kB$/m.exec(told) ?? [];
  return Number(kilobytes) / 1024;
}

/** The same of a process and all that it started. */
export async function memoryOfAll(pid: number): Promise<number> {
  const children = await childrenOf(pid);
  const all = await Promise.all(children.map((child) => memoryOfAll(child).catch(() => 0)));
  return all.reduce((sum, one) => sum + one, await memoryOf(pid));
}

/** Each thread of a process knows its own. */
async function childrenOf(pid: number): Promise<readonly number[]> {
  const threads = await readdir(`/proc/${pid}/task`);
  const lists = await Promise.all(
    threads.map((thread) =>
      readFile(`/proc/${pid}/task/${thread}/children`, 'utf8').catch(() => ''),
    ),
  );
  return lists.flatMap((list) => list.split(' ').filter(Boolean).map(Number));
}
