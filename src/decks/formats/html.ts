import { convert, type HtmlToTextOptions } from 'html-to-text';

const OPTIONS: HtmlToTextOptions = {
  wordwrap: false,
  limits: { maxInputLength: 100_000, maxDepth: 50, maxChildNodes: 5_000 },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
      selector,
      options: { uppercase: false },
    })),
    { selector: 'table', format: 'block' },
  ],
};

/** A flashcard's field as plain text: markup, pictures and sounds are gone, lines and lists stay. */
export function htmlToText(html: string): string {
  return convert(html.replace(/\[sound:[^\]]*\]/g, ''), OPTIONS).trim();
}
