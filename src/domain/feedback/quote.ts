import type { Sentence } from './read-text.ts';

/**
 * What some sentences say, as it is written. What stands between two of them, such as a list's bullet, belongs
 * to neither.
 */
export function quote(text: string, sentences: readonly Sentence[]): string {
  const stretch = text.slice(sentences[0]?.start ?? 0, sentences.at(-1)?.end ?? 0);
  return stretch.replace(/^[\s•)»”–—-]+/, '').trimEnd();
}
