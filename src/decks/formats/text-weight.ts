import type { Localized } from '../../domain/language.ts';
import { told } from '../words/index.ts';

/** Line ends of a table: five thousand rows of fifty lines, each ended by two signs. */
const MOST_LINE_ENDS = 500_000;

/** Bytes of one line: more than a row at all its limits has. */
const LONGEST_LINE = 2_000_000;

const [LINE_FEED, CARRIAGE_RETURN] = [0x0a, 0x0d];

/** Why a table holds more than any deck, told before it is decoded: ten million lines take a gigabyte to read. */
export function overweightText(bytes: Uint8Array): Localized | undefined {
  let [ends, start] = [0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (at - start > LONGEST_LINE) return told((words) => words.longLine(ends + 1));
    if (byte !== LINE_FEED && byte !== CARRIAGE_RETURN) continue;
    start = at + 1;
    if ((ends += 1) > MOST_LINE_ENDS) return told((words) => words.tooManyLines);
  }
  return undefined;
}
