import { expect, test } from 'vitest';
import { createDrawer } from '../../src/pictures/formula-drawer.ts';

test('a renderer that cannot be loaded leaves its reason to whoever draws', async () => {
  const crash = new Error('the native library is of another machine');
  const draw = createDrawer(() => Promise.reject(crash));
  expect(await draw('a + b')).toEqual({
    ok: false,
    reason: 'the renderer cannot draw it',
    cause: crash,
  });
});
