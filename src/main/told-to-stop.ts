/** How soon the end of npm is noticed. */
const LOOK_MS = 500;

/**
 * Resolves with what tells the process to stop: a signal, or the end of the npm that started it. npm
 * runs a script in a shell and passes signals on to that shell alone, which leaves the script behind.
 */
export async function toldToStop({ underNpm }: { underNpm: boolean }): Promise<string> {
  const reasons = [signalled(), ...(underNpm ? [leftBehind()] : [])];
  return Promise.race(reasons);
}

/** SIGHUP comes when the terminal is closed, SIGQUIT from Ctrl-\. */
const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT'] as const;

/**
 * The listeners stay: npm and a terminal both pass a Ctrl-C on, and a second signal that has no listener
 * would kill the process while it stops.
 */
function signalled(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of SIGNALS) process.on(signal, resolve);
  });
}

/** A process whose parent ended gets another parent. */
function leftBehind(): Promise<string> {
  const { ppid } = process;
  return new Promise((resolve) => {
    const look = setInterval(() => {
      if (process.ppid === ppid) return;
      clearInterval(look);
      resolve('the end of npm');
    }, LOOK_MS);
    look.unref();
  });
}
