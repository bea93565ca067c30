import cron from 'node-cron';

export interface Heartbeat {
  /** Resolves when a tick under way is over. */
  stop(): Promise<void>;
}

/**
 * Wakes the process every few seconds. A tick is only a hint that something may be due: what is due
 * stands in the database, so a tick that is late or skipped delays and loses nothing. Ticks do
 * not overlap.
 */
export function startHeartbeat(
  tick: () => Promise<void>,
  onError: (error: unknown) => void,
  pattern = '*/5 * * * * *',
): Heartbeat {
  let running = Promise.resolve();
  const task = cron.schedule(
    pattern,
    () => {
      running = tick().catch(onError);
      return running;
    },
    { noOverlap: true, suppressMissedWarning: true },
  );
  return {
    async stop() {
      await task.destroy();
      await running;
    },
  };
}
