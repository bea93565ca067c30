import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { Language } from '../../domain/language.ts';
import { FONTS } from './fonts.ts';

/** How light a page is; `auto` is as the browser has it. */
export const THEMES = ['auto', 'light', 'dark'] as const;

export type Theme = (typeof THEMES)[number];

export interface PageHead {
  readonly title: string;
  readonly description: string;
  /** Addresses. */
  readonly icon: string;
  /** After the kit's own, in this order. */
  readonly styles: readonly string[];
  /** The script that runs, and what it imports, named here so that none waits for another. */
  readonly script?: { readonly main: string; readonly imports: readonly string[] };
}

export interface PageFrame {
  readonly language: Language;
  readonly theme: Theme;
  readonly head: PageHead;
  /** The attribute `data-look`, by which a page's styles know what it plays. */
  readonly look?: string | undefined;
}

/** A whole page as HTML: the kit's tokens, fonts and basic styles, then what is the page's own. */
export function renderDocument({ language, theme, look, head }: PageFrame, body: Element): string {
  const root = h('html', { lang: language, dataTheme: theme, dataLook: look }, [
    renderHead(head),
    body,
  ]);
  return `<!doctype html>${toHtml(root)}`;
}

const KIT_STYLES = ['/kit/tokens.css', '/kit/base.css'];

function renderHead({ title, description, icon, styles, script }: PageHead): Element {
  return h('head', [
    h('meta', { charSet: 'utf-8' }),
    h('title', title),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'description', content: description }),
    h('link', { rel: 'icon', href: icon, type: 'image/svg+xml' }),
    ...FONTS.map((file) =>
      h('link', {
        rel: 'preload',
        href: `/fonts/${file}`,
        as: 'font',
        type: 'font/woff2',
        crossOrigin: 'anonymous',
      }),
    ),
    ...(script?.imports ?? []).map((href) => h('link', { rel: 'modulepreload', href })),
    ...[...KIT_STYLES, ...styles].map((href) => h('link', { rel: 'stylesheet', href })),
    ...(script ? [h('script', { type: 'module', src: script.main })] : []),
  ]);
}
