import { h } from 'hastscript';
import { expect, it } from 'vitest';
import { kitAssets } from '../../src/web/kit/assets.ts';
import { renderDocument } from '../../src/web/kit/document.ts';

const page = renderDocument(
  {
    language: 'ru',
    theme: 'dark',
    head: { title: 'Доска', description: 'Очки', icon: '/board.svg', styles: ['/board.css'] },
  },
  h('body', [h('h1', 'Доска')]),
);

it('frames a page of any feature, its own styles after those that all share', () => {
  expect(page).toMatch(/^<!doctype html><html lang="ru" data-theme="dark"><head>/);
  expect(page).toContain('<title>Доска</title>');
  expect(page).toContain('<body><h1>Доска</h1></body>');
  const styles = [...page.matchAll(/rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => href);
  expect(styles).toEqual(['/kit/tokens.css', '/kit/base.css', '/board.css']);
  expect(page).not.toContain('<script');
});

it('serves every style and font that the frame names, and nothing else of its folder', async () => {
  const assets = kitAssets();
  const status = async (path: string): Promise<number> => (await assets.request(path)).status;
  const named = [...page.matchAll(/href="(\/(?:kit|fonts)\/[^"]+)"/g)].map(([, href]) => href);
  expect(named).toHaveLength(6);
  for (const path of named) expect([path, await status(path ?? '')]).toEqual([path, 200]);
  expect(await status('/kit/guard.ts')).toBe(404);
  expect(await status('/kit/..%2fguard.ts')).toBe(404);
});
