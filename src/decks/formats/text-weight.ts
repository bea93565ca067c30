/** Line ends of a table: five thousand rows of fifty lines, each ended by two signs. */
const MOST_LINE_ENDS = 500_000;

/** Bytes of one line: more than a row at all its limits has. */
const LONGEST_LINE = 2_000_000;

const [LINE_FEED, CARRIAGE_RETURN] = [0x0a, 0x0d];

/** Why a table holds more than any deck, told before it is decoded: ten million lines take a gigabyte to read. */
export function overweightText(bytes: Uint8Array): string | undefined {
  let [ends, start] = [0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (at - start > LONGEST_LINE) return `line ${ends + 1} is too long to be a question`;
    if (byte !== LINE_FEED && byte !== CARRIAGE_RETURN) continue;
    start = at + 1;
    if ((ends += 1) > MOST_LINE_ENDS)
      return 'it has more lines than a deck can hold (cut it into several)';
  }
  return undefined;
}
