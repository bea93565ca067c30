import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { PROJECT, settingsAlone } from './environment.ts';

/** How a process ended, and what it said. */
export interface Ended {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface NodeProcess {
  readonly pid: number;
  /** Resolves once standard output holds `text`; rejects when the process ends without it. */
  says(text: string): Promise<void>;
  signal(signal: NodeJS.Signals): void;
  /** Closes the reading end of its standard output. */
  hangUp(): void;
  readonly ended: Promise<Ended>;
}

/** `node <args>` in the project's folder, with settings and nothing else; `typed` is its standard input. */
export function startNode(
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
  typed = '',
): NodeProcess {
  const child = spawn(process.execPath, args, {
    cwd: PROJECT,
    env: settingsAlone(settings),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const { pid, stdin, stdout, stderr } = child;
  if (pid === undefined) throw new Error('node did not start');
  // A process that reads nothing may be gone before this is written.
  stdin.on('error', () => undefined).end(typed);
  const said = { stdout: '', stderr: '' };
  stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text));
  stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text));
  // `close` comes after `exit`, when all it said has been read.
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...said }));
  return {
    pid,
    says: (text) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (said.stdout.includes(text)) resolve();
        };
        stdout.on('data', look);
        look();
        void ended.then((how) =>
          reject(new Error(`ended without “${text}”: ${JSON.stringify(how)}`)),
        );
      }),
    signal: (signal) => void child.kill(signal),
    hangUp: () => void stdout.destroy(),
    ended,
  };
}
