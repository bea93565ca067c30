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
