/** What begins a new line in some program or other; not all screens take all of these for one. */
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g;
/** C0 and C1 control characters, but not the tab and the line feed. */
const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;
/** Embeddings, overrides and isolates: they reorder what stands around them on the screen. */
const BIDI_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/g;

/**
 * Text from outside without what no platform can show or what changes the text around it: control
 * characters, marks that override the direction of writing, halves of surrogate pairs. Every end of a
 * line is a line feed, so that what is done line by line misses none. Letters of every script stay as they are, right-to-left ones included. For display only, never for storage.
 */
export function displayable(text: string): string {
  return text
    .replace(LINE_ENDS, '\n')
    .replace(CONTROLS, '')
    .replace(BIDI_CONTROLS, '')
    .toWellFormed();
}
