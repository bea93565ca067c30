/** What begins a new line in some program or other; not all screens take all of these for one. */
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g;
/** C0 and C1 control characters, but not the tab and the line feed. */
const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;
/** Embeddings, overrides and isolates of one direction: they reorder what stands around them on the screen. */
const BIDI_CONTROLS = /[\u202A-\u202E\u2066\u2067]/g;
/** The beginning and the end of an isolate whose own letters decide its direction. */
const ISOLATE_BOUNDS = /[\u2068\u2069]/g;
/** Letters and marks that are written from right to left: the blocks that Unicode keeps for them. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08FF\u200F\uFB1D-\uFDFF\uFE70-\uFEFF\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/**
 * Text from outside without what no platform can show or what changes the text around it: control
 * characters, marks that override the direction of writing, halves of surrogate pairs. Every end of a
 * line is a line feed, so that what is done line by line misses none. Letters of every script stay as they
 * are, right-to-left ones included, and so does an isolate that begins and ends in one line, since it
 * changes nothing outside of it. For display only, never for storage.
 */
export function displayable(text: string): string {
  const shown = text.replace(LINE_ENDS, '\n').replace(CONTROLS, '').replace(BIDI_CONTROLS, '');
  return shown.split('\n').map(pairIsolates).join('\n').toWellFormed();
}

/**
 * A name as it stands in a line of ours: what is written from right to left in it reorders nothing
 * around it. A name that is written from left to right needs no marks for that, and has none.
 */
export function isolated(name: string): string {
  const shown = displayable(name).replace(ISOLATE_BOUNDS, '');
  return RIGHT_TO_LEFT.test(shown) ? `\u2068${shown}\u2069` : shown;
}

/** The line without beginnings of isolates that do not end in it, and ends that nothing begins. */
function pairIsolates(line: string): string {
  const open: number[] = [];
  const unpaired = new Set<number>();
  for (const { 0: mark, index } of line.matchAll(ISOLATE_BOUNDS)) {
    if (mark === '\u2068') open.push(index);
    else if (open.pop() === undefined) unpaired.add(index);
  }
  const dropped = new Set([...unpaired, ...open]);
  return line.replace(ISOLATE_BOUNDS, (mark, index: number) => (dropped.has(index) ? '' : mark));
}
