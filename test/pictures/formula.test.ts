import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { readDeck } from '../../src/decks/read-deck.ts';
import { createFormulaPainter, type FormulaPainter } from '../../src/pictures/formula.ts';

const DATA = join(import.meta.dirname, '../../data');

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'whetstone-formula-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** For tests that need none of their own: starting a process takes longer than drawing a formula. */
let painter: FormulaPainter;
beforeAll(async () => {
  const cacheDir = await mkdtemp(join(tmpdir(), 'whetstone-formula-'));
  painter = createFormulaPainter({ cacheDir });
  return () => rm(cacheDir, { recursive: true, force: true });
});

const painterIn = async (): Promise<FormulaPainter> =>
  createFormulaPainter({ cacheDir: await temporaryFolder() });

async function paint(painter: FormulaPainter, latex: string): Promise<PNG> {
  const picture = await painter.paint(latex);
  if (!picture.ok) throw new Error(`${latex}: ${picture.reason}`);
  return PNG.sync.read(Buffer.from(picture.png));
}

type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

function pixel({ data, width }: PNG, x: number, y: number): Rgba {
  const at = (y * width + x) * 4;
  return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0, data[at + 3] ?? 0];
}

/** The box around what is drawn on the card, and the share of the card that is ink. */
function inkOf(picture: PNG) {
  const edge = 20;
  let [left, right, top, bottom, count] = [picture.width, 0, picture.height, 0, 0];
  for (let y = edge; y < picture.height - edge; y += 1) {
    for (let x = edge; x < picture.width - edge; x += 1) {
      if (pixel(picture, x, y)[0] > 128) continue;
      count += 1;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  return { left, right, top, bottom, share: count / (picture.width * picture.height) };
}

describe.each([
  ['llm-interview', 30],
  ['llm-engineering', 20],
] as const)('every formula of the shipped deck %s', (name, atLeast) => {
  const pictures = new Map<string, PNG>();

  beforeAll(async () => {
    const { deck } = await readDeck(join(DATA, name));
    const cacheDir = await mkdtemp(join(tmpdir(), 'whetstone-formula-'));
    const own = createFormulaPainter({ cacheDir });
    for (const { id, formula } of deck?.questions ?? []) {
      if (formula !== undefined) pictures.set(id, await paint(own, formula));
    }
    return () => rm(cacheDir, { recursive: true, force: true });
  });

  test('is painted', () => {
    expect(pictures.size).toBeGreaterThanOrEqual(atLeast);
  });

  test('is as wide as all others and not too tall to be read at a glance', () => {
    for (const [id, { width, height }] of pictures) {
      expect(width, id).toBe(1_200);
      expect(height, id).toBeGreaterThan(120);
      expect(height, id).toBeLessThan(450);
    }
  });

  test('has ink enough to be a formula, and little enough to be no blot', () => {
    for (const [id, picture] of pictures) {
      const { share } = inkOf(picture);
      expect(share, id).toBeGreaterThan(0.003);
      expect(share, id).toBeLessThan(0.08);
    }
  });

  test('stands in the middle of its card with air around it', () => {
    for (const [id, picture] of pictures) {
      const { left, right, top, bottom } = inkOf(picture);
      expect(Math.min(left, picture.width - right), id).toBeGreaterThanOrEqual(50);
      expect(Math.min(top, picture.height - bottom), id).toBeGreaterThanOrEqual(45);
      expect(Math.abs(left - (picture.width - right)), id).toBeLessThan(90);
    }
  });
});

test('the card brings its own background, with round corners', async () => {
  const picture = await paint(painter, 'a + b');
  expect(pixel(picture, 0, 0)[3]).toBe(0);
  expect(pixel(picture, 100, 20)).toEqual([255, 255, 255, 255]);
  const { left, top, right, bottom } = inkOf(picture);
  const inked = [left, right].map((x) =>
    Math.min(...Array.from({ length: bottom - top }, (_, y) => pixel(picture, x, top + y)[0])),
  );
  expect(Math.max(...inked)).toBeLessThanOrEqual(128);
});

test('equations side by side that are too wide stand above one another', async () => {
  const part = String.raw`\mathrm{PE}_{(pos,2i)} = \sin\left(\frac{pos}{10000^{2i/d}}\right)`;
  const one = await paint(painter, part);
  const three = await paint(painter, [part, part, part].join(',\\qquad '));
  expect(three.height).toBeGreaterThan(one.height * 2);
  const { left, right } = inkOf(three);
  expect(right - left).toBeLessThan(800);
});

test('a formula a little too wide is shrunk, one far too wide is broken into lines', async () => {
  const sum = (terms: number): string =>
    Array.from({ length: terms }, (_, index) => `x_{${index}} y_{${index}}`).join(' + ');
  const fits = await paint(painter, sum(7));
  const shrunk = await paint(painter, sum(9));
  const broken = await paint(painter, sum(20));
  expect(shrunk.height).toBeLessThanOrEqual(fits.height);
  expect(broken.height).toBeGreaterThan(fits.height + 60);
});

test.each<[what: string, latex: string, reason: RegExp]>([
  ['an unknown command', String.raw`\foo x`, /Undefined control sequence \\foo/],
  ['an unclosed brace', String.raw`\frac{a}{b`, /Missing close brace/],
  ['a missing argument', String.raw`\frac{a}`, /Missing argument for \\frac/],
  ['nothing', ' \n', /empty/],
  ['a definition', String.raw`\def\a{\a\a}\a`, /Undefined control sequence \\def/],
  ['a macro', String.raw`\newcommand{\a}{\a}\a`, /Undefined control sequence \\newcommand/],
  ['a package', String.raw`\require{html}x`, /Undefined control sequence \\require/],
  ['a link', String.raw`\href{https://evil.example}{x}`, /Undefined control sequence \\href/],
  ['a style', String.raw`\style{fill:red}{x}`, /Undefined control sequence \\style/],
  ['a picture', String.raw`\includegraphics{/etc/passwd}`, /Undefined control sequence/],
  ['markup of MathML', String.raw`\mmlToken{mi}[href="https://evil.example"]{x}`, /\\mmlToken/],
  ['a number', String.raw`a = b \tag{1}`, /\\tag cannot be drawn; remove it/],
  ['dollar signs', '$a$', /dollar signs/],
  ['Russian words', String.raw`\text{внимание}`, /"в" is not plain LaTeX/],
  ['an emoji', 'x + 😀', /"😀" is not plain LaTeX/],
  ['endless text', 'x'.repeat(1_001), /longer than 1000 characters/],
  ['endless nesting', `${'{'.repeat(450)}x${'}'.repeat(450)}`, /nested too deeply/],
  ['an enormous rule', String.raw`\rule{10000em}{1em}`, /too large for a picture/],
  ['an enormous space', String.raw`a \hspace{999999em} b`, /too large for a picture/],
  ['a tower', String.raw`\raise 99999em x`, /too large for a picture/],
  ['a table without end', `\\begin{array}{c}${'x\\\\'.repeat(200)}\\end{array}`, /too large/],
])('%s is refused with a reason', async (_what, latex, reason) => {
  const outcome = await painter.paint(latex);
  expect(outcome).toEqual({ ok: false, reason: expect.stringMatching(reason) as string });
  expect(await painter.check(latex)).toEqual(outcome);
});

test('a refused formula leaves the next one unharmed', async () => {
  const before = await painter.paint('a + b');
  const refused = [
    '{'.repeat(450),
    String.raw`\frac{`,
    String.raw`\left( x`,
    String.raw`\begin{array}`,
  ];
  for (const latex of refused) expect((await painter.check(latex)).ok).toBe(false);
  const fresh = await (await painterIn()).paint('a + b');
  expect(fresh).toEqual(before);
});

test('rare letters are drawn too, many formulas at once', async () => {
  const letters = ['mathcal', 'mathbb', 'mathfrak', 'mathscr', 'mathtt', 'mathsf', 'boldsymbol'];
  const pictures = await Promise.all(letters.map((font) => paint(painter, `\\${font}{L}`)));
  for (const picture of pictures) expect(inkOf(picture).share).toBeGreaterThan(0.0005);
});

test('a picture is painted once and kept by its content', async () => {
  const cacheDir = join(await temporaryFolder(), 'made/on/demand');
  const first = await createFormulaPainter({ cacheDir }).paint('e = mc^2');
  const [file, ...others] = await readdir(cacheDir);
  expect(others).toEqual([]);
  const kept = join(cacheDir, file ?? '');
  expect(first).toEqual({ ok: true, png: await readFile(kept) });

  const other = await createFormulaPainter({ cacheDir }).paint('e = hf');
  await writeFile(kept, other.ok ? other.png : '');
  expect(await createFormulaPainter({ cacheDir }).paint('e = mc^2')).toEqual(other);
  await truncate(kept, 500);
  expect(await createFormulaPainter({ cacheDir }).paint('e = mc^2')).toEqual(first);
});

test('a folder that cannot be written to costs nothing but time', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'file'), '');
  const uncached = createFormulaPainter({ cacheDir: join(folder, 'file', 'cache') });
  expect((await uncached.paint('a + b')).ok).toBe(true);
});
