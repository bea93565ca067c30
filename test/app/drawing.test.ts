import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { pictureDrawing } from '../../src/app/drawing.ts';
import { createPicturePainter } from '../../src/pictures/picture.ts';
import { boardOf } from '../pictures/wishes.ts';

const fontFolder = join(tmpdir(), 'whetstone-fonts');

/** The log, line by line. */
function logged() {
  const lines: string[] = [];
  return { lines, log: pino({ level: 'warn' }, { write: (line) => lines.push(line) }) };
}

test('a picture is waited for no longer than its words bear, and the operator is told', async () => {
  const { lines, log } = logged();
  const forEver = { paint: () => new Promise<never>(() => undefined) };
  expect(await pictureDrawing(forEver, log, 1)(boardOf(['Ann']))).toBeUndefined();
  expect(lines.join()).toContain('it takes too long');
});

test('a picture whose process breaks is none, and the next one is tried again', async () => {
  const { lines, log } = logged();
  const program = new URL('../pictures/breaking-picture.ts', import.meta.url);
  const painter = createPicturePainter({ fontFolder, program });
  onTestFinished(painter.close);
  const draw = pictureDrawing(painter, log);
  expect(await draw(boardOf(['break']))).toBeUndefined();
  expect(lines.join()).toContain('it breaks the program that draws it');
  expect(lines.join()).not.toContain('"break"');
  expect((await draw(boardOf(['Ann'])))?.byteLength).toBeGreaterThan(1);
});
