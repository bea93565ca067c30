import { Resvg } from '@resvg/resvg-js';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { onPaper } from '../../src/pictures/paper.ts';
import { encodePng } from '../../src/pictures/png.ts';

test('a picture is packed smaller than by the renderer, with the same pixels, its round corners included', () => {
  const drawn = new Resvg(onPaper(90, '<circle cx="300" cy="50" r="30" fill="#1a7f37"/>')).render();
  const [own, renderers] = [Buffer.from(encodePng(drawn)), drawn.asPng()];
  expect(PNG.sync.read(own).data.equals(PNG.sync.read(renderers).data)).toBe(true);
  expect(own.byteLength).toBeLessThan(renderers.byteLength);
});
