import { createHash } from 'node:crypto';
import { renderAsync } from '@resvg/resvg-js';
import { layCard, LINE_WIDTH, type Card } from './formula-card.ts';
import { stackParts } from './formula-parts.ts';
import type { FormulaRefusal, Typesetter } from './formula-typesetter.ts';
import { createPictureCache } from './picture-cache.ts';

export interface FormulaPicture {
  readonly ok: true;
  readonly png: Uint8Array;
}

export type { FormulaRefusal } from './formula-typesetter.ts';

export interface FormulaPainter {
  /** The formula as a PNG, from the cache where it has been painted before. */
  readonly paint: (latex: string) => Promise<FormulaPicture | FormulaRefusal>;
  /** Whether it can be painted, and if not why; nothing is painted. */
  readonly check: (latex: string) => Promise<{ readonly ok: true } | FormulaRefusal>;
}

/** Part of every cache key: raise it when the same formula is to look otherwise. */
const LOOK = 1;

/** `cacheDir` is made when the first picture is kept in it. */
export function createFormulaPainter({ cacheDir }: { readonly cacheDir: string }): FormulaPainter {
  const typeset = createLazyTypesetter();
  const cache = createPictureCache(cacheDir);

  const lay = async (latex: string): Promise<Card | FormulaRefusal> => {
    const formula = await typeset(latex);
    if (!formula.ok) return formula;
    const stacked = formula.broken ? await typeset(stackParts(latex)) : formula;
    return layCard(stacked.ok ? stacked : formula);
  };

  return {
    async paint(latex) {
      const key = createHash('sha256').update(`${LOOK}:${latex}`).digest('hex');
      const cached = await cache.read(key);
      if (cached !== undefined) return { ok: true, png: cached };
      const card = await lay(latex);
      if (!card.ok) return card;
      const picture = await draw(card.svg);
      if (picture.ok) await cache.keep(key, picture.png);
      return picture;
    },
    async check(latex) {
      const card = await lay(latex);
      return card.ok ? { ok: true } : card;
    },
  };
}

/** Loads MathJax (40 MB in memory) only when a formula is not in the cache yet. */
function createLazyTypesetter(): Typesetter {
  let loading: Promise<Typesetter> | undefined;
  const load = async (): Promise<Typesetter> => {
    const { createTypesetter } = await import('./formula-typesetter.ts');
    return createTypesetter(LINE_WIDTH);
  };
  return async (latex) => {
    loading ??= load();
    return (await loading)(latex);
  };
}

/** On a thread of its own, so that the event loop goes on. */
async function draw(svg: string): Promise<FormulaPicture | FormulaRefusal> {
  try {
    const image = await renderAsync(svg, { font: { loadSystemFonts: false } });
    return { ok: true, png: image.asPng() };
  } catch (cause) {
    return { ok: false, reason: 'the renderer cannot draw it', cause };
  }
}
