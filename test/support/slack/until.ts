import type { World } from './world.ts';

const PATIENCE_MS = 10_000;

/** Resolves as soon as `look` answers something; looks again whenever anything changes. */
export function untilSeen<T>(
  world: World,
  look: () => T | undefined | false | null,
  describe: () => string,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      clearTimeout(timer);
      clearInterval(poll);
      world.changes.off('change', check);
    };
    const check = (): void => {
      try {
        const found = look();
        if (found === undefined || found === false || found === null) return;
        end();
        resolve(found);
      } catch (error) {
        end();
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    };
    const timer = setTimeout(() => {
      end();
      reject(new Error(`not seen within ${PATIENCE_MS / 1000} s: ${describe()}`));
    }, PATIENCE_MS);
    // What is looked for may be outside of the loopback, such as a row in a database.
    const poll = setInterval(check, 50);
    world.changes.on('change', check);
    check();
  });
}
