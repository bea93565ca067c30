import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The server process, as it describes itself in `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** False while it starts, recovers or shuts down. */
  readonly ready: boolean;
}

/**
 * The server that runs on the folder `data`, if one does. A file left by one that was killed counts
 * for nothing, also when its process id belongs to some other process by now.
 */
export async function findPostmaster(data: string): Promise<Postmaster | undefined> {
  const file = join(data, 'postmaster.pid');
  const text = await readSettled(file);
  if (!text) return undefined;
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  if (!isAlive(pid)) return undefined;
  if (await runsOn(pid, data)) {
    return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
  }
  await disown(file, lines);
  return undefined;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * The file's text. A server fills its file right after making it: one that stays empty is left of
 * a full disk or a crash at that moment, and PostgreSQL would take it for a server that is starting.
 */
async function readSettled(file: string): Promise<string | undefined> {
  const text = await readFile(file, 'utf8').catch(unlessMissing);
  if (text !== '') return text;
  await sleep(1000);
  const later = await readFile(file, 'utf8').catch(unlessMissing);
  if (later === '') await rm(file, { force: true });
  return later;
}

/** Where the system does not show command lines, the file is taken at its word. */
async function runsOn(pid: number, data: string): Promise<boolean> {
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
  return command === undefined || command.split('\0').includes(data);
}

/**
 * PostgreSQL will not start while the process named in its file lives, unless that is its own
 * parent: naming ourselves lets it start. The rest of the file stays, because with it the server
 * makes sure that no orphan of its predecessor still writes to the data.
 */
async function disown(file: string, lines: readonly string[]): Promise<void> {
  if (lines[0] === String(process.pid)) return;
  await writeFile(file, [process.pid, ...lines.slice(1)].join('\n'));
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
