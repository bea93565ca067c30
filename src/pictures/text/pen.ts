import type { Fonts } from './fonts.ts';
import { type LaidText, layText, type Lettering } from './lay-text.ts';

interface WrittenLine extends Lettering {
  /** The end at which it begins, and its baseline. */
  readonly x: number;
  readonly y: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly fill: string;
  /** The most that it may take in width; what is longer ends in `…`. */
  readonly most: number;
  /** Before it is cut it is written smaller, down to this size. */
  readonly least?: number;
}

/** Writes a line of text as SVG; empty where no font has some character of it. */
export type Pen = (text: string, line: WrittenLine) => string;

export function createPen(fonts: Fonts): Pen {
  return (text, { x, y, anchor = 'start', fill, ...lettering }) => {
    const line = fitted(fonts, text, lettering);
    if (line === undefined) return '';
    const weight = lettering.bold ? ' font-weight="bold"' : '';
    let left = x - line.width * SHARE_BEFORE[anchor];
    // One element a font: within one, the renderer draws all in the last font.
    return line.runs
      .map(({ face, size, text: letters, width }) => {
        const at = `x="${left}" y="${y}" font-family="${face.family}" font-size="${size}"`;
        left += width;
        return `<text ${at} fill="${fill}"${weight} xml:space="preserve">${escapeXml(letters)}</text>`;
      })
      .join('');
  };
}

function fitted(
  fonts: Fonts,
  text: string,
  { least, ...lettering }: Lettering & Pick<WrittenLine, 'most' | 'least'>,
): LaidText | undefined {
  if (least === undefined) return layText(fonts, text, lettering);
  const { size, most } = lettering;
  const whole = layText(fonts, text, { ...lettering, most: Infinity });
  if (!whole || whole.width <= most) return whole;
  const fitting = Math.floor((size * most) / whole.width);
  return layText(fonts, text, { ...lettering, size: Math.max(least, fitting) });
}

/** How much of a line stands to the left of its place. */
const SHARE_BEFORE = { start: 0, middle: 0.5, end: 1 } as const;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text that people wrote, as the inside of an element. What no XML may bear has no font either. */
const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '');
