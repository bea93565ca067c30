import type { EventEmitter } from 'node:events';
import type { Stage } from './stage.ts';

/** Long enough for a slow machine with much to do; a good run never waits so long. */
const PATIENCE_MS = 25_000;
/** For what happens outside of the stage, such as a row that a job writes. */
const GLANCE_MS = 20;

/** Looks again after everything that happens, until there is something to see. */
export function createUntil(changes: EventEmitter, onStage: () => unknown): Stage['until'] {
  return <T>(look: () => T | undefined | false | null, what = 'it') =>
    new Promise<T>((resolve, reject) => {
      const end = (finish: () => void): void => {
        clearInterval(interval);
        clearTimeout(timeout);
        changes.off('change', glance);
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
      const timeout = setTimeout(() => end(() => reject(inVain(what, onStage()))), PATIENCE_MS);
      changes.setMaxListeners(0).on('change', glance);
      glance();
    });
}

function inVain(what: string, onStage: unknown): Error {
  const scene = typeof onStage === 'string' ? onStage : JSON.stringify(onStage, undefined, 2);
  return new Error(`waited in vain for ${what}; on the stage:\n${scene}`);
}
