import '@mathjax/src/js/input/tex/ams/AmsConfiguration.js';
import '@mathjax/src/js/input/tex/base/BaseConfiguration.js';
import '@mathjax/src/js/input/tex/boldsymbol/BoldsymbolConfiguration.js';
import '@mathjax/src/js/util/asyncLoad/esm.js';
import type { LiteElement } from '@mathjax/src/js/adaptors/lite/Element.js';
import { liteAdaptor } from '@mathjax/src/js/adaptors/liteAdaptor.js';
import { HTMLDocument } from '@mathjax/src/js/handlers/html/HTMLDocument.js';
import { TeX } from '@mathjax/src/js/input/tex.js';
import TexError from '@mathjax/src/js/input/tex/TexError.js';
import { SVG } from '@mathjax/src/js/output/svg.js';
import type { Refusal } from './drawing-child.ts';
import { sourceFault } from './formula-source.ts';

/** A typeset formula as the inside of an SVG; its unit is a thousandth of an em. */
export interface Typeset {
  readonly ok: true;
  readonly markup: string;
  /** Whether it has more than one line. */
  readonly broken: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Typesetter = (latex: string) => Promise<Typeset | Refusal>;

/**
 * Only what mathematics needs: without the packages html, require, newcommand and unicode there is
 * no command that links, loads, defines or loops.
 */
const PACKAGES = ['base', 'ams', 'boldsymbol'];

/** Between the lines of a broken formula, in em: fractions above one another need air. */
const LEADING = 0.5;

/**
 * A typesetter of its own. Glyphs become paths, so that the picture depends on no font of the
 * machine that draws it; rare glyphs are loaded when a formula first asks for them.
 * Formulas wider than `lineWidth` (in em) are broken into lines where TeX would break them.
 */
export function createTypesetter(lineWidth: number): Typesetter {
  const adaptor = liteAdaptor();
  const document = new HTMLDocument('', adaptor, {
    InputJax: new TeX({ packages: PACKAGES, formatError: rethrow }),
    OutputJax: new SVG({
      fontCache: 'none',
      displayOverflow: 'linebreak',
      linebreaks: { inline: false, width: `${lineWidth}em`, lineleading: LEADING },
    }),
  });
  return async (latex) => {
    const reason = sourceFault(latex);
    if (reason !== undefined) return { ok: false, reason };
    try {
      const container = (await document.convertPromise(latex)) as LiteElement;
      return measured(adaptor.serializeXML(adaptor.firstChild(container) as LiteElement));
    } catch (error) {
      return refusal(error);
    }
  };
}

/** MathJax would draw the error's text into the picture. */
function rethrow(_input: unknown, error: Error): never {
  throw error;
}

const ROOT = /^<svg [^>]*viewBox="(\S+) (\S+) (\S+) (\S+)"[^>]*>(.*)<\/svg>$/s;

function measured(svg: string): Typeset | Refusal {
  const [, x, y, width, height, markup] = ROOT.exec(svg) ?? [];
  if (markup === undefined) return { ok: false, reason: 'it has no width of its own' };
  return {
    ok: true,
    markup,
    broken: markup.includes('data-mjx-lineno="1"'),
    x: Number(x),
    y: Number(y),
    width: Number(width),
    height: Number(height),
  };
}

/** A TexError tells what is wrong with the LaTeX; anything else is the typesetter giving up. */
function refusal(error: unknown): Refusal {
  if (error instanceof TexError) return { ok: false, reason: error.message };
  if (error instanceof RangeError) return { ok: false, reason: 'it is nested too deeply' };
  return { ok: false, reason: 'the typesetter cannot set it', cause: error };
}
