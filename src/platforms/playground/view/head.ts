import type { Element } from 'hast';
import { h } from 'hastscript';
import type { PlaygroundWords } from '../words/index.ts';
import { FONTS } from '../fonts.ts';

/** What `main` imports, named here so that none waits for another. */
const SCRIPTS = [
  'banner',
  'composer',
  'dialogs',
  'drafts',
  'focus',
  'gestures',
  'live',
  'messages',
  'names',
  'patch',
  'preferences',
  'relative-time',
  'reveals',
  'scrolling',
  'sending',
  'server',
  'skips',
  'suggestions',
  'threads',
  'times',
];

const STYLES = [
  'tokens',
  'base',
  'layout',
  'panel',
  'messages',
  'cards',
  'thread',
  'composer',
  'dialog',
  'look',
];

export function head(words: PlaygroundWords): Element {
  return h('head', [
    h('meta', { charSet: 'utf-8' }),
    h('title', words.title),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'description', content: words.tagline }),
    h('link', { rel: 'icon', href: '/page/mark.svg', type: 'image/svg+xml' }),
    ...FONTS.map((file) =>
      h('link', {
        rel: 'preload',
        href: `/fonts/${file}`,
        as: 'font',
        type: 'font/woff2',
        crossOrigin: 'anonymous',
      }),
    ),
    ...SCRIPTS.map((name) => h('link', { rel: 'modulepreload', href: `/page/${name}.js` })),
    ...STYLES.map((name) => h('link', { rel: 'stylesheet', href: `/page/${name}.css` })),
    h('script', { type: 'module', src: '/page/main.js' }),
  ]);
}
