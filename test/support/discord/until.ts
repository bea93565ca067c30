import type { Stage } from '../stage.ts';
import type { World } from './world.ts';

const PATIENCE_MS = 10_000;
/** For what happens outside of the loopback, such as a row that a job writes. */
const GLANCE_MS = 20;

/** Looks again after everything that happens, until there is something to see. */
export function createUntil(world: World, onStage: () => unknown): Stage['until'] {
  return <T>(look: () => T | undefined | false | null, what = 'it') =>
    new Promise<T>((resolve, reject) => {
      const end = (finish: () => void): void => {
        clearInterval(interval);
        clearTimeout(timeout);
        world.changes.off('change', glance);
        finish();
      };
      const glance = (): void => {
        try {
          const found = look();
          if (found) end(() => resolve(found));
        } catch (error) {
          end(() => reject(error instanceof Error ? error : new Error(String(error))));
        }
      };
      const interval = setInterval(glance, GLANCE_MS);
      const timeout = setTimeout(
        () => end(() => reject(tooLate(what, world, onStage()))),
        PATIENCE_MS,
      );
      world.changes.on('change', glance);
      glance();
    });
}

function tooLate(what: string, { refusals }: World, onStage: unknown): Error {
  const scene = JSON.stringify({ onStage, refusals }, undefined, 2);
  return new Error(`waited in vain for ${what}; on the stage: ${scene}`);
}
