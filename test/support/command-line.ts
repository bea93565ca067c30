import { type Ended, startNode } from './node-process.ts';

/** `npm run -s whetstone -- <args>`: resolves when the command has ended. */
export interface CommandLine {
  (...args: readonly string[]): Promise<Ended>;
  /** Runs a command that is to succeed: its standard output. */
  ok(...args: readonly string[]): Promise<string>;
  /** The same, read as JSON. */
  json<T>(...args: readonly string[]): Promise<T>;
}

/** The operator's command line as a process of its own, with settings and nothing else. */
export function commandLine(settings: Readonly<Record<string, string>>): CommandLine {
  const run = (...args: readonly string[]) => startNode(['src/cli.ts', ...args], settings).ended;
  const ok = async (...args: readonly string[]): Promise<string> => {
    const ended = await run(...args);
    if (ended.code === 0 && ended.stderr === '') return ended.stdout;
    throw new Error(`${args.join(' ')}: ${JSON.stringify(ended, undefined, 2)}`);
  };
  const json = async <T>(...args: readonly string[]): Promise<T> =>
    JSON.parse(await ok(...args)) as T;
  return Object.assign(run, { ok, json });
}
