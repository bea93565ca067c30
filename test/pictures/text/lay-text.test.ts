import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Fonts, openFonts } from '../../../src/pictures/text/fonts.ts';
import { layText } from '../../../src/pictures/text/lay-text.ts';
import { createPen } from '../../../src/pictures/text/pen.ts';

let fonts: Fonts;
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'whetstone-fonts-'));
  fonts = await openFonts(folder);
  return () => rm(folder, { recursive: true, force: true });
});

/** What is drawn, from left to right: `d` in DejaVu, `u` in Unifont. */
function drawn(text: string, most = 10_000): readonly string[] | undefined {
  return layText(fonts, text, { size: 32, most })?.runs.map(
    (run) => `${run.face === fonts.regular ? 'd' : 'u'}:${run.text}`,
  );
}

describe('a name in a picture', () => {
  test.each([
    ['Анна Ελένη Zoë Nguyễn', ['d:Анна Ελένη Zoë Nguyễn']],
    ['王小明 Wang', ['u:王小明', 'd: Wang']],
    ['山田 太郎', ['u:山田', 'd: ', 'u:太郎']],
    ['김민준', ['u:김민준']],
    ['สมชาย', ['u:สมชาย']],
    ['नरेन्द्र', ['u:नरेन्द्र']],
    ['e\u0301\u0323 a\u200Bb', ['d:e\u0301\u0323 a\u200Bb']],
  ])('is drawn in the font that has it: %s', (name, runs) => {
    expect(drawn(name)).toEqual(runs);
  });

  test.each([
    ['the person without a colour of skin', '👩🏽', ['u:👩']],
    ['each of a family', '👨‍👩‍👧', ['u:👨👩👧']],
    ['the letters of a flag', '🇩🇪', ['u:🇩🇪']],
    ['a heart in ink', '❤️', ['d:❤']],
    ['the flag without its tags', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', ['u:🏴']],
  ])('shows of an emoji %s', (_what, name, runs) => {
    expect(drawn(name)).toEqual(runs);
  });

  test.each([
    ['דוד', ['d:\u202Bדוד\u200F\u202C']],
    ['محمد 🚀', ['u:\u202B🚀\u200F\u202C', 'd:\u202Bمحمد \u200F\u202C']],
    ['Ann محمد', ['d:Ann محمد']],
  ])('that is written from right to left is drawn so: %s', (name, runs) => {
    expect(drawn(name)).toEqual(runs);
  });

  test.each([
    ['a letter of nobody’s', 'Ann \uE000'],
    ['a code that Unicode has not given away', 'Ann \u0378'],
    ['no character', 'Ann \uFFFE'],
  ])('with %s is not drawn at all', (_what, name) => {
    expect(drawn(name)).toBeUndefined();
  });

  test.each(['محمد بن سلمان', 'کیمیا', 'פלוני אלמוני', 'Анна Петрова', '王小明'])(
    'is measured as it is drawn, whether or not its letters join: %s',
    (name) => {
      const most = { size: 64, most: 10_000 };
      const text = createPen(fonts)(name, { x: 0, y: 64, fill: '#000', ...most });
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="100">${text}</svg>`;
      const font = { loadSystemFonts: false, fontFiles: [...fonts.files] };
      const ink = new Resvg(svg, { font }).getBBox()?.width ?? 0;
      const measured = layText(fonts, name, most)?.width ?? 0;
      expect(measured).toBeGreaterThanOrEqual(ink);
      expect(measured).toBeLessThan(1.1 * ink);
    },
  );

  test('loses what changes the text around it', () => {
    expect(drawn('\u202Eevil\u0007\u2066\n<b>\uD800')).toEqual(['d:evil <b>\uFFFD']);
  });

  test('that is too long ends in an ellipsis, that is too tall in fewer marks, and no character is cut in half', () => {
    expect(drawn(`Z${'\u0351'.repeat(79)}`)).toEqual([`d:Z${'\u0351'.repeat(4)}`]);
    expect(drawn('Z\u0300\u0301'.repeat(40), 100)).toEqual([`d:${'Z\u0300\u0301'.repeat(3)}…`]);
    expect(drawn('王'.repeat(80), 100)).toEqual(['u:王王', 'd:…']);
    for (const name of ['x'.repeat(80), 'ש'.repeat(80), 'Щ '.repeat(40)]) {
      const line = layText(fonts, name, { size: 32, most: 300 });
      expect(line?.width).toBeLessThanOrEqual(300);
      expect(line?.width).toBeGreaterThan(250);
    }
  });
});
