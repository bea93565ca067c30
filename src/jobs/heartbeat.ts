import cron from 'node-cron';

export interface Heartbeat {
  /** Resolves when a tick under way is over. */
  stop(): Promise<void>;
}

/** Every five seconds: the shortest period, for what people wait for. */
export const HEARTBEAT = '*/5 * * * * *';

/** For what may come up to a minute late, such as reminders. */
export const EVERY_MINUTE = '0 * * * * *';

/** As often, and half a minute apart from it, so that not everything is looked at in one second. */
export const AT_HALF_MINUTES = '30 * * * * *';

/** Asks for a tick before the next beat, in so many milliseconds; undefined asks for none. */
export type LookAgainIn = (ms: number | undefined) => void;

export type Tick = (lookAgainIn: LookAgainIn) => Promise<unknown>;

/** However often a tick asks to be woken, it is at most every so many milliseconds. */
const AT_LEAST_MS = 250;

/**
 * Wakes the process now and then every few seconds, and between two beats where the last tick asked for it. A
 * tick is only a hint that something may be due: what is due stands in the database, so a tick that is late or
 * skipped delays and loses nothing. Ticks do not overlap.
 */
export function startHeartbeat(
  tick: Tick,
  onError: (error: unknown) => void,
  pattern: string,
): Heartbeat {
  let timer: NodeJS.Timeout | undefined;
  let isRunning = true;
  const lookAgainIn: LookAgainIn = (ms) => {
    clearTimeout(timer);
    if (ms === undefined || !isRunning) return;
    timer = setTimeout(() => void beat(), Math.max(Math.ceil(ms), AT_LEAST_MS)).unref();
  };
  let running: Promise<unknown> = Promise.resolve();
  const beat = (): Promise<unknown> =>
    (running = running.then(() => tick(lookAgainIn)).catch(onError));
  void beat();
  const task = cron.schedule(pattern, beat, { ...OPTIONS, logger: loggerOf(onError) });
  return {
    async stop() {
      isRunning = false;
      clearTimeout(timer);
      await task.destroy();
      await running;
    },
  };
}

const OPTIONS = { noOverlap: true, suppressMissedWarning: true };

/**
 * node-cron's own logger writes coloured lines past the log. Its errors go to the caller; what else it says
 * is that a tick was skipped, which delays and loses nothing.
 */
function loggerOf(onError: (error: unknown) => void) {
  const ignore = (): void => undefined;
  return {
    info: ignore,
    warn: ignore,
    debug: ignore,
    error: (message: string | Error, error?: Error) => onError(error ?? message),
  };
}
