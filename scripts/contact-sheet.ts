/**
 * Draws every formula of a deck on the backgrounds it is read on, for a person to look at:
 * `node scripts/contact-sheet.ts data/llm-interview sheet.png`
 */
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { renderAsync } from '@resvg/resvg-js';
import { readDeck } from '../src/decks/read-deck.ts';
import { createFormulaPainter } from '../src/pictures/formula.ts';

/** As wide as Discord's column on a desktop, and as a phone's in its own, finer pixels. */
const COLUMNS = [
  { background: '#313338', width: 550 },
  { background: '#ffffff', width: 550 },
  { background: '#1a1d21', width: 840 },
];
const GAP = 16;
const LABEL = 20;

interface Picture {
  readonly label: string;
  readonly png: Buffer;
  /** Height for a width of 1. */
  readonly ratio: number;
}

async function main(folder: string, target: string): Promise<void> {
  const pictures = await paintAll(folder);
  await writeFile(target, (await renderAsync(sheet(pictures))).asPng());
  process.stdout.write(`${pictures.length} formulas on ${target}\n`);
}

async function paintAll(folder: string): Promise<Picture[]> {
  const { deck } = await readDeck(folder);
  const painter = createFormulaPainter({ cacheDir: join(tmpdir(), 'whetstone-contact-sheet') });
  const pictures: Picture[] = [];
  for (const { id, formula } of deck?.questions ?? []) {
    if (formula === undefined) continue;
    const picture = await painter.paint(formula);
    if (!picture.ok) throw new Error(`${id}: ${picture.reason}`);
    const png = Buffer.from(picture.png);
    pictures.push({ label: id, png, ratio: heightOf(png) / widthOf(png) });
  }
  return pictures;
}

/** A PNG's header holds its size at fixed places. */
const widthOf = (png: Buffer): number => png.readUInt32BE(16);
const heightOf = (png: Buffer): number => png.readUInt32BE(20);

function sheet(pictures: readonly Picture[]): string {
  const columns = COLUMNS.map((column, index) => {
    const left = COLUMNS.slice(0, index).reduce((sum, { width }) => sum + width + 2 * GAP, 0);
    return drawColumn(pictures, column, left);
  });
  const width = COLUMNS.reduce((sum, column) => sum + column.width + 2 * GAP, 0);
  const height = Math.max(...columns.map((column) => column.height));
  const parts = columns.map((column) => column.svg).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${parts}</svg>`;
}

function drawColumn(
  pictures: readonly Picture[],
  { background, width }: (typeof COLUMNS)[number],
  left: number,
): { svg: string; height: number } {
  let top = GAP;
  const cells = pictures.map(({ label, png, ratio }) => {
    const cell = drawCell(label, png, { x: left + GAP, y: top, width, height: width * ratio });
    top += LABEL + width * ratio + GAP;
    return cell;
  });
  const backend = `<rect x="${left}" width="${width + 2 * GAP}" height="${top}" fill="${background}"/>`;
  return { svg: backend + cells.join(''), height: top };
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function drawCell(label: string, png: Buffer, { x, y, width, height }: Box): string {
  const data = `data:image/png;base64,${png.toString('base64')}`;
  return [
    `<text x="${x}" y="${y + 13}" font-family="sans-serif" font-size="13" fill="#808080">${label}</text>`,
    `<image x="${x}" y="${y + LABEL}" width="${width}" height="${height}" href="${data}"/>`,
  ].join('');
}

const { positionals } = parseArgs({ allowPositionals: true });
const [folder = 'data/llm-interview', target = 'contact-sheet.png'] = positionals;
await main(folder, target);
