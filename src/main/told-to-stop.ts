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

function signalled(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, resolve);
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
