/** At most `max` UTF-16 units; what is longer ends in `…`, and no character is cut in half. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    if (kept.length + segment.length > max - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** In UTF-16 units: enough for people to know again what they wrote. */
const INPUT_LENGTH = 60;

/** What somebody wrote, no longer than a message about it quotes. */
export const cutInput = (written: string): string => cut(written, INPUT_LENGTH);
