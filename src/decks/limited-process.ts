import { type ChildProcess, fork } from 'node:child_process';

export interface ProcessLimits {
  readonly timeMs: number;
  /** Megabytes of the heap. */
  readonly memoryMb: number;
  /** The folder for what it puts on the disk, which outlives a process that is ended; left out, the system's. */
  readonly folder?: string;
}

/** What came of it: a result, or the process ended without one, or it had to be ended. */
export type ProcessOutcome<Result> =
  | { readonly type: 'result'; readonly result: Result }
  | { readonly type: 'ended' }
  | { readonly type: 'slow' };

/**
 * What a program makes of a task in a process of its own, which is ended when it takes too long or too much:
 * the task may be anybody's file. The program sends its result to its parent. When this returns, the process is gone.
 * @throws {Error} where it cannot be started.
 */
export async function runProcess<Result>(
  program: URL,
  task: string | object,
  { timeMs, memoryMb, folder }: ProcessLimits,
): Promise<ProcessOutcome<Result>> {
  const child = fork(program, {
    // Neither the tokens in the environment nor a debugger's port are for this process.
    env: folder === undefined ? {} : { TMPDIR: folder, TEMP: folder, TMP: folder },
    execArgv: [`--max-old-space-size=${memoryMb}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const outcome = await outcomeOf<Result>(child, task, timeMs);
  child.kill('SIGKILL');
  await ended;
  return outcome;
}

function outcomeOf<Result>(
  child: ChildProcess,
  task: string | object,
  timeMs: number,
): Promise<ProcessOutcome<Result>> {
  const { promise, resolve, reject } = Promise.withResolvers<ProcessOutcome<Result>>();
  const timer = setTimeout(() => resolve({ type: 'slow' }), timeMs);
  child.once('message', (message) => resolve({ type: 'result', result: message as Result }));
  child.once('exit', () => resolve({ type: 'ended' }));
  child.once('error', reject);
  child.send(task, () => undefined);
  return promise.finally(() => clearTimeout(timer));
}
