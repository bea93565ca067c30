import { createHash } from 'node:crypto';
import {
  type ChildOptions,
  createDrawingChild,
  type Drawing,
  type DrawingLimits,
  type DrawingOutcome,
  type Refusal,
} from './drawing-child.ts';
import { sourceFault } from './formula-source.ts';
import { createPictureCache } from './picture-cache.ts';

export interface FormulaPainter {
  /** The formula as a PNG, from the cache where it has been painted before. */
  readonly paint: (latex: string) => Promise<Drawing>;
  /** Whether it can be painted, and if not why. It is painted for that: only then it is sure. */
  readonly check: (latex: string) => Promise<{ readonly ok: true } | Refusal>;
  /** Ends the process that paints, where there is one. */
  readonly close: () => void;
}

/** Tests hand in a program that breaks. */
export interface PainterOptions extends Partial<ChildOptions> {
  /** Made when the first picture is kept in it. */
  readonly cacheDir: string;
}

/**
 * The slowest formula of an honest deck takes a tenth of a second and 30 MB of the heap. The process takes
 * 100 MB while it is kept.
 */
const LIMITS: DrawingLimits = { timeMs: 10_000, memoryMb: 256, idleMs: 30_000 };

const PROGRAM = new URL('./formula-process.ts', import.meta.url);

/** Part of every cache key: raise it when the same formula is to look otherwise, or to be tried again. */
const LOOK = 2;

/**
 * Paints formulas in a process of their own. One that ended that process is remembered beside the
 * pictures and not tried again; one that took too long is not tried again by this process.
 */
export function createFormulaPainter({
  cacheDir,
  limits = LIMITS,
  program = PROGRAM,
}: PainterOptions): FormulaPainter {
  const { draw, close } = createDrawingChild<string>({ limits, program });
  const cache = createPictureCache(cacheDir);
  const ended = new Map<string, string>();

  const remember = async (key: string, outcome: DrawingOutcome): Promise<void> => {
    if (outcome.ok) return cache.keep(key, outcome.png);
    if (!('endsAlways' in outcome)) return;
    ended.set(key, outcome.reason);
    if (outcome.endsAlways) await cache.keepRefusal(key, outcome.reason);
  };

  const paint: FormulaPainter['paint'] = async (latex) => {
    const fault = sourceFault(latex);
    if (fault !== undefined) return { ok: false, reason: fault };
    const key = createHash('sha256').update(`${LOOK}:${latex}`).digest('hex');
    const png = await cache.read(key);
    if (png !== undefined) return { ok: true, png };
    const refused = ended.get(key) ?? (await cache.readRefusal(key));
    if (refused !== undefined) return { ok: false, reason: refused };
    const outcome = await draw(latex);
    await remember(key, outcome);
    return 'endsAlways' in outcome ? { ok: false, reason: outcome.reason } : outcome;
  };

  return {
    paint,
    async check(latex) {
      const outcome = await paint(latex);
      return outcome.ok ? { ok: true } : outcome;
    },
    close,
  };
}
