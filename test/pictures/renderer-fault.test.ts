import { tmpdir } from 'node:os';
import { expect, test, vi } from 'vitest';
import { createFormulaPainter } from '../../src/pictures/formula.ts';

const crash = new Error('the native library is of another machine');

vi.mock('@resvg/resvg-js', () => ({ renderAsync: () => Promise.reject(crash) }));

test('a renderer that fails leaves its reason to whoever paints', async () => {
  const painter = createFormulaPainter({ cacheDir: tmpdir() });
  expect(await painter.paint('a + b')).toEqual({
    ok: false,
    reason: 'the renderer cannot draw it',
    cause: crash,
  });
});
