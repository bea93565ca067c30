/** The font files that the two languages need. */
export const FONTS = [
  'literata-latin-wght-normal.woff2',
  'literata-cyrillic-wght-normal.woff2',
  'golos-text-latin-wght-normal.woff2',
  'golos-text-cyrillic-wght-normal.woff2',
] as const;
