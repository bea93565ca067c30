import { Readable, Writable } from 'node:stream';
import { runCommandLine } from '../../src/cli/run.ts';
import { fetchBytes, type FetchPublic } from '../../src/decks/published/fetch-bytes.ts';
import { type Ended, startNode } from './node-process.ts';

/** `npm run -s whetstone -- <args>`: resolves when the command has ended. */
export interface CommandLine {
  (...args: readonly string[]): Promise<Ended>;
  /** Runs a command that is to succeed: its standard output. */
  ok(...args: readonly string[]): Promise<string>;
  /** The same, read as JSON. */
  json<T>(...args: readonly string[]): Promise<T>;
}

type Settings = Readonly<Record<string, string>>;

/**
 * The operator's command line with settings and nothing else, in this process: all of it but the few lines that
 * hand it the process's own streams. It loads once, not with each command.
 */
export const commandLine = (settings: Settings): CommandLine =>
  commands((...args) => runTyped(args, settings));

/** The same as a process of its own, as an operator starts it. */
export const commandProcess = (settings: Settings): CommandLine =>
  commands((...args) => startNode(['src/cli.ts', ...args], settings).ended);

export interface Around {
  /** Whether somebody sits at a terminal. */
  readonly isTTY?: boolean;
  readonly fetchPublic?: FetchPublic;
  /** In place of the settings. */
  readonly environment?: () => NodeJS.ProcessEnv;
}

/** One command for somebody who types `typed` while it runs, in this process. */
export async function runTyped(
  args: readonly string[],
  settings: Settings,
  typed = '',
  { isTTY = false, fetchPublic = fetchBytes, environment = () => ({ ...settings }) }: Around = {},
): Promise<Ended> {
  const [stdout, stderr] = [recorder(), recorder()];
  const terminal = {
    stdin: Object.assign(Readable.from(typed === '' ? [] : [typed]), { isTTY }),
    stdout: stdout.stream,
    stderr: stderr.stream,
  };
  const code = await runCommandLine(args, { terminal, environment, fetchPublic });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

function commands(run: (...args: readonly string[]) => Promise<Ended>): CommandLine {
  const ok = async (...args: readonly string[]): Promise<string> => {
    const ended = await run(...args);
    if (ended.code === 0 && ended.stderr === '') return ended.stdout;
    throw new Error(`${args.join(' ')}: ${JSON.stringify(ended, undefined, 2)}`);
  };
  const json = async <T>(...args: readonly string[]): Promise<T> =>
    JSON.parse(await ok(...args)) as T;
  return Object.assign(run, { ok, json });
}

/** A stream that keeps what is written to it. */
function recorder(): { readonly stream: Writable; readonly text: () => string } {
  let text = '';
  const stream = new Writable({
    decodeStrings: false,
    write(chunk: string, _encoding, done) {
      text += chunk;
      done();
    },
  });
  return { stream, text: () => text };
}
