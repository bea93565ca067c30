import { type ChildOptions, createDrawingChild, type Drawing } from './drawing-child.ts';
import type { FontedWish, PictureWish } from './picture-drawer.ts';

export interface PicturePainter {
  /** The picture as a PNG. It bears people's names, so it is kept nowhere. */
  readonly paint: (wish: PictureWish) => Promise<Drawing>;
  /** Ends the process that paints, where there is one. */
  readonly close: () => void;
}

export interface PicturePainterOptions extends Partial<ChildOptions> {
  /** Where unpacked fonts are kept; made with the first picture. */
  readonly fontFolder: string;
}

/** A board takes a fifth of a second; the process takes 120 MB while it is kept. */
const LIMITS = { timeMs: 4_000, memoryMb: 128, idleMs: 30_000 };

const PROGRAM = new URL('./picture-process.ts', import.meta.url);

/** Paints boards and the like in a process of their own, apart from that of formulas: neither waits for the other. */
export function createPicturePainter({
  fontFolder,
  limits = LIMITS,
  program = PROGRAM,
}: PicturePainterOptions): PicturePainter {
  const { draw, close } = createDrawingChild<FontedWish>({ limits, program });
  return { paint: (wish) => draw({ wish, fontFolder }), close };
}
