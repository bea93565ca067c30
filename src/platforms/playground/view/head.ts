import type { PageHead } from '../../../web/kit/document.ts';
import type { PlaygroundWords } from '../words/index.ts';

/** What `main` imports, named here so that none waits for another. */
const SCRIPTS = [
  'banner',
  'composer',
  'dialogs',
  'drafts',
  'focus',
  'gestures',
  'limits',
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

const STYLES = ['layout', 'panel', 'messages', 'cards', 'thread', 'composer', 'dialog', 'look'];

export const pageHead = (words: PlaygroundWords): PageHead => ({
  title: words.title,
  description: words.tagline,
  icon: '/page/mark.svg',
  styles: STYLES.map((name) => `/page/${name}.css`),
  script: { main: '/page/main.js', imports: SCRIPTS.map((name) => `/page/${name}.js`) },
});
