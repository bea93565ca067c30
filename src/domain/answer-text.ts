export type AnswerTextFault = { readonly code: 'answer-empty' | 'answer-too-long' };

/** Slack cuts a message past 40,000 characters, so nothing longer arrives whole from anywhere. */
export const LONGEST_ANSWER = 40_000;

/**
 * An answer's text as it is kept: to the letter, but for NUL and lone surrogates, which PostgreSQL's
 * text cannot hold and which become U+FFFD.
 */
export function checkAnswerText(
  written: string,
): { readonly ok: true; readonly text: string } | { ok: false; fault: AnswerTextFault } {
  const text = storable(written);
  if (!hasWords(text)) return { ok: false, fault: { code: 'answer-empty' } };
  if (text.length > LONGEST_ANSWER) return { ok: false, fault: { code: 'answer-too-long' } };
  return { ok: true, text };
}

/**
 * Whether anything is written there that a reader would see. A picture, a voice message or a forwarded message alone has
 * no text, and one of nothing but blanks and signs of no width shows none.
 */
export const hasWords = (text: string): boolean => SEEN.test(text);

/** Unicode's own list of what is not shown holds all but the empty pattern of Braille, which has no dots. */
const SEEN = /[^\p{White_Space}\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** The text without blanks around it; none at all where a reader would see nothing. */
export const seenText = (text: string): string => (hasWords(text) ? text.trim() : '');

/** The text with what PostgreSQL refuses replaced by U+FFFD. */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}
