import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { createPicturePainter, type PicturePainter } from '../../src/pictures/picture.ts';
import { layPicture, type PictureWish } from '../../src/pictures/picture-drawer.ts';
import { type Fonts, openFonts } from '../../src/pictures/text/fonts.ts';
import { boardOf, calendarOf, DAY_MARKS, HOSTILE_NAMES, topicsOf } from './wishes.ts';

let fontFolder: string;
let fonts: Fonts;
let painter: PicturePainter;
beforeAll(async () => {
  fontFolder = await mkdtemp(join(tmpdir(), 'whetstone-pictures-'));
  fonts = await openFonts(fontFolder);
  painter = createPicturePainter({ fontFolder });
  return async () => {
    painter.close();
    await rm(fontFolder, { recursive: true, force: true });
  };
});

const SMALL = 100_000;

async function paint(wish: PictureWish): Promise<PNG> {
  const picture = await painter.paint(wish);
  if (!picture.ok) throw new Error(picture.reason, { cause: picture.cause });
  expect(picture.png.byteLength).toBeLessThan(SMALL);
  return PNG.sync.read(Buffer.from(picture.png));
}

const pixel = ({ data, width }: PNG, x: number, y: number): readonly number[] => [
  ...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4),
];

/** How many pixels of a part are nearly as dark as ink. */
function inkIn(
  picture: PNG,
  { x, y, width, height }: Record<'x' | 'y' | 'width' | 'height', number>,
) {
  let ink = 0;
  for (let row = y; row < y + height; row++) {
    for (let column = x; column < x + width; column++) {
      if ((pixel(picture, column, row)[0] ?? 255) < 90) ink += 1;
    }
  }
  return ink;
}

describe('a leaderboard as a picture', () => {
  test('is as wide as a formula, on its own paper with round corners', async () => {
    const picture = await paint(boardOf(['Ann', 'Bob']));
    expect(picture.width).toBe(1_200);
    expect(pixel(picture, 0, 0)[3]).toBe(0);
    expect(pixel(picture, 600, 20)).toEqual([255, 255, 255, 255]);
  });

  test('shows a name in any script', async () => {
    const names = [
      'Анна',
      'محمد',
      'דוד',
      '王小明',
      '山田',
      '김민준',
      'สมชาย',
      'नरेन्द्र',
      '👩🏽‍💻🇩🇪',
      'Zoë',
    ];
    const picture = await paint(boardOf(names));
    names.forEach((name, index) => {
      const ink = inkIn(picture, { x: 160, y: 200 + 74 * index, width: 300, height: 64 });
      expect(ink, name).toBeGreaterThan(100);
    });
  });

  test.each([
    'The past week: 28 December 2026 – 3 January 2027',
    'Итоги недели: 28 сентября – 4 октября 2026',
  ])('has its title whole: %s', (title) => {
    const svg = layPicture(fonts, { ...boardOf(['Ann']), title });
    expect(svg).toContain(`>${title}<`);
    const [, size] = /font-size="([\d.]+)"/.exec(svg) ?? [];
    expect(Number(size)).toBeLessThan(48);
    expect(layPicture(fonts, { ...boardOf(['Ann']), title: 'x'.repeat(200) })).toContain('x…<');
  });

  test('draws bars as long as the points are many', () => {
    const svg = layPicture(fonts, boardOf(['Ann', 'Bob'], { points: [8, 2] }));
    const bars = [...svg.matchAll(/width="([\d.]+)"[^>]*fill="#c9ddfb"/g)].map(
      ([, width]) => width,
    );
    expect(bars).toEqual(['1088', '272']);
  });

  test('marks one’s own row by more than a colour', () => {
    const svg = layPicture(fonts, boardOf(['Ann', 'Bob'], { own: 1 }));
    expect(svg).toMatch(/font-weight="bold"[^>]*>Bob</);
    expect(svg).not.toMatch(/font-weight="bold"[^>]*>Ann</);
    expect(svg.match(/fill="none" stroke-width/g)).toHaveLength(1);
  });

  test('draws hostile names as letters, or not at all', async () => {
    const wish = boardOf(HOSTILE_NAMES);
    const svg = layPicture(fonts, wish);
    expect(svg).toContain('>&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;<');
    expect(svg).toContain('>name in the text<');
    expect(svg).not.toMatch(/[\u0000-\u001F\u202E\uE000]|<script|<image/);
    await paint(wish);
  });

  test('is kept in no file', async () => {
    await paint(boardOf(['Somebody']));
    const { readdir } = await import('node:fs/promises');
    expect(await readdir(fontFolder)).toEqual(['unifontex-5.2.6.ttf']);
  });

  test('is drawn without the font of squares where that cannot be kept', async () => {
    const bare = createPicturePainter({ fontFolder: '/dev/null/fonts' });
    expect((await bare.paint(boardOf(['王小明', 'Ann']))).ok).toBe(true);
    bare.close();
  });
});

describe('a year of rounds as a picture', () => {
  /** Its place does not tell one mark from another. */
  const marksIn = (svg: string): readonly string[] =>
    [...svg.matchAll(/<g transform="translate\([^)]*\)">(.*?)<\/g>/g)].map(
      ([, shape]) => shape ?? '',
    );

  test('tells the marks apart without their colours', () => {
    const legend = marksIn(layPicture(fonts, calendarOf([]))).slice(-8);
    const shapes = legend.map((shape) => shape.replaceAll(/#[0-9a-f]{6}/g, 'ink'));
    expect(new Set(shapes).size).toBe(DAY_MARKS.length + 1);
  });

  test('has a mark for each day of whole weeks up to today', () => {
    const marks = marksIn(layPicture(fonts, calendarOf(['answered']))).slice(0, -8);
    expect(marks).toHaveLength(52 * 7 + 5);
    expect(new Set(marks.slice(0, -1)).size).toBe(1);
    expect(marks.at(-1)).not.toBe(marks[0]);
  });

  test('is as small as a full year allows', async () => {
    const year = Array.from(
      { length: 369 },
      (_, index) => DAY_MARKS[(index * index) % 7] ?? 'away',
    );
    const picture = await paint(calendarOf(year));
    expect([picture.width, picture.height < 1_200]).toEqual([1_200, true]);
  });
});

describe('topics as a picture', () => {
  test('are bars as long as each is strong', async () => {
    const wish = topicsOf([0.9, 0.25]);
    const svg = layPicture(fonts, wish);
    const bars = [...svg.matchAll(/width="([\d.]+)"[^>]*fill="#bfe6cd"/g)].map(([, width]) =>
      Number(width),
    );
    expect(bars).toEqual([1_088 * 0.9, 272]);
    expect(svg).toContain('>25 %<');
    expect((await paint(wish)).width).toBe(1_200);
  });
});
