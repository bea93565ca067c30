import type { Resvg as Renderer } from '@resvg/resvg-js';
import type { Drawing, Painted, Refusal } from './drawing-child.ts';
import { type FormulaCard, type Ink, layCard, LINE_WIDTH } from './formula-card.ts';
import { stackParts } from './formula-parts.ts';
import { createTypesetter, type Typeset, type Typesetter } from './formula-typesetter.ts';

/** The part of resvg that draws; tests hand in one that fails. */
interface Resvg {
  readonly Resvg: typeof Renderer;
}

/** Letters are paths already, so no font of the machine is read. */
const OPTIONS = { font: { loadSystemFonts: false } } as const;

/**
 * Typesets and draws formulas in this very process. A hostile one can end it inside the native renderer,
 * which no `catch` sees, so only the process that `drawing-child.ts` starts may use this.
 */
export function createDrawer(
  load: () => Promise<Resvg> = () => import('@resvg/resvg-js'),
): (latex: string) => Promise<Drawing> {
  const typeset = createTypesetter(LINE_WIDTH);
  return async (latex) => {
    const formula = await typesetInLines(typeset, latex);
    if (!formula.ok) return formula;
    try {
      const resvg = await load();
      const card = layCard(formula, inkOf(resvg, formula));
      return card.ok ? draw(resvg, card) : card;
    } catch (cause) {
      return { ok: false, reason: 'the renderer cannot draw it', cause };
    }
  };
}

/** One that is too wide for a line is set again with its parts above one another. */
async function typesetInLines(typeset: Typesetter, latex: string): Promise<Typeset | Refusal> {
  const formula = await typeset(latex);
  if (!formula.ok || !formula.broken) return formula;
  const stacked = await typeset(stackParts(latex));
  return stacked.ok ? stacked : formula;
}

/**
 * The box around what the formula really draws: spaces of negative width, boxes of no width and the like
 * put ink anywhere, whatever size the formula states.
 */
function inkOf({ Resvg }: Resvg, { markup }: Typeset): Ink | undefined {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1" overflow="visible">${markup}</svg>`;
  const box = new Resvg(svg, OPTIONS).getBBox();
  return box && { x: box.x, y: box.y, width: box.width, height: box.height };
}

function draw({ Resvg }: Resvg, { svg }: FormulaCard): Painted {
  return { ok: true, png: new Resvg(svg, OPTIONS).render().asPng() };
}
