import { type ChildProcess, fork } from 'node:child_process';

/** What one drawing may cost. */
export interface DrawingLimits {
  readonly timeMs: number;
  /** Megabytes of the heap. */
  readonly memoryMb: number;
  /** How long the process is kept without work. */
  readonly idleMs: number;
}

/** To load what draws, on a machine that is busy with other things. */
const START_MS = 60_000;

export interface Painted {
  readonly ok: true;
  readonly png: Uint8Array;
}

export interface Refusal {
  readonly ok: false;
  /** In English, for the author of what is drawn. */
  readonly reason: string;
  /** What failed, where that is no fault of what was to be drawn that `reason` tells. */
  readonly cause?: unknown;
}

/** What became of a drawing. */
export type Drawing = Painted | Refusal;

/** The drawing ended the process, or had to be ended with it. */
interface Ended {
  readonly ok: false;
  readonly reason: string;
  /**
   * Whether the same drawing would end a process again, as far as can be told: a machine that was busy
   * may have let time run out, and somebody else may have killed the process.
   */
  readonly endsAlways: boolean;
}

export type DrawingOutcome = Drawing | Ended;

export interface ChildOptions {
  readonly limits: DrawingLimits;
  /** What the process runs: it says that it is ready, and returns one drawing for each that it is sent. */
  readonly program: URL;
}

export interface DrawingChild<Wish> {
  readonly draw: (wish: Wish) => Promise<DrawingOutcome>;
  /** Ends the process, where one runs; another drawing would start another. */
  readonly close: () => void;
}

/**
 * Draws, one picture at a time, in a process of its own, since what people write can abort the process that
 * draws it or take all its memory. The process is started when there is something to draw, and ended when
 * there has been nothing for a while or when a drawing takes too long.
 */
export function createDrawingChild<Wish extends string | object>({
  limits,
  program,
}: ChildOptions): DrawingChild<Wish> {
  let running: ChildProcess | undefined;
  let idle: NodeJS.Timeout | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  const drawNext = async (wish: Wish): Promise<DrawingOutcome> => {
    clearTimeout(idle);
    if (running?.connected !== true) {
      const started = await start(program, limits.memoryMb);
      if (started.failed !== undefined) return started.failed;
      running = started.child;
    }
    const child = running;
    const outcome = await draw(child, wish, limits.timeMs);
    if ('endsAlways' in outcome) running = undefined;
    idle = setTimeout(() => child.connected && child.disconnect(), limits.idleMs).unref();
    return outcome;
  };

  return {
    draw(wish) {
      const drawn = queue.then(() => drawNext(wish));
      queue = drawn;
      return drawn;
    },
    close() {
      clearTimeout(idle);
      if (running?.connected) running.disconnect();
    },
  };
}

type Started =
  { readonly child: ChildProcess; readonly failed?: undefined } | { readonly failed: Drawing };

async function start(program: URL, memoryMb: number): Promise<Started> {
  const child = fork(program, {
    // Neither the tokens in the environment nor a debugger's port are for this process.
    env: {},
    execArgv: [`--max-old-space-size=${memoryMb}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  // Without a listener an error would end this process; what it means is told by `replyOf`.
  child.on('error', () => undefined);
  const reply = await replyOf(child, START_MS);
  if (reply.type === 'message') return { child };
  child.kill('SIGKILL');
  const cause = reply.type === 'failed' ? reply.cause : new Error(`it ended: ${told(reply)}`);
  return { failed: { ok: false, reason: 'the process that draws cannot be started', cause } };
}

async function draw(
  child: ChildProcess,
  wish: string | object,
  timeMs: number,
): Promise<DrawingOutcome> {
  hold(child, true);
  child.send(wish, () => undefined);
  const reply = await replyOf(child, timeMs);
  hold(child, false);
  if (reply.type === 'message') return reply.message as Drawing;
  child.kill('SIGKILL');
  if (reply.type === 'slow') return { ok: false, reason: 'it takes too long', endsAlways: false };
  // Only a process that is killed from outside ends by this signal.
  const endsAlways = reply.type === 'ended' && reply.signal !== 'SIGKILL';
  return { ok: false, reason: 'it breaks the program that draws it', endsAlways };
}

/** A process that waits for work keeps nobody waiting for it to end. */
function hold(child: ChildProcess, held: boolean): void {
  for (const each of [child, child.channel]) {
    if (held) each?.ref();
    else each?.unref();
  }
}

type Reply =
  | { readonly type: 'message'; readonly message: unknown }
  | { readonly type: 'ended'; readonly code: number | null; readonly signal: string | null }
  | { readonly type: 'failed'; readonly cause: Error }
  | { readonly type: 'slow' };

const told = (reply: Reply): string =>
  reply.type === 'ended' ? String(reply.signal ?? reply.code) : reply.type;

/** The child's next message, or what came instead of one. */
function replyOf(child: ChildProcess, timeMs: number): Promise<Reply> {
  const { promise, resolve } = Promise.withResolvers<Reply>();
  const onMessage = (message: unknown): void => resolve({ type: 'message', message });
  const onError = (cause: Error): void => resolve({ type: 'failed', cause });
  const onExit = (code: number | null, signal: string | null): void =>
    resolve({ type: 'ended', code, signal });
  const timer = setTimeout(() => resolve({ type: 'slow' }), timeMs);
  child.once('message', onMessage).once('error', onError).once('exit', onExit);
  return promise.finally(() => {
    clearTimeout(timer);
    child.off('message', onMessage).off('error', onError).off('exit', onExit);
  });
}
