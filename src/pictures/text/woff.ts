import { inflateSync } from 'node:zlib';

/** Bytes of the header, and of each table's entry under it: `https://www.w3.org/TR/WOFF/`. */
const WOFF_HEADER = 44;
const WOFF_ENTRY = 20;
const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;

/** Each table begins at a multiple of four bytes. */
const ALIGNED = 4;

/**
 * A font from the form in which it is published for the web in that which the renderer reads: the same
 * tables, each unpacked.
 */
export function unpackWoff(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const header = Buffer.alloc(SFNT_HEADER + count * SFNT_ENTRY);
  woff.copy(header, 0, 4, 8);
  header.writeUInt16BE(count, 4);
  const parts: Uint8Array[] = [header];
  let at = header.length;
  for (let index = 0; index < count; index++) {
    const from = WOFF_HEADER + index * WOFF_ENTRY;
    const table = unpackTable(woff, from);
    const to = SFNT_HEADER + index * SFNT_ENTRY;
    woff.copy(header, to, from, from + 4);
    woff.copy(header, to + 4, from + 16, from + 20);
    header.writeUInt32BE(at, to + 8);
    header.writeUInt32BE(table.length, to + 12);
    const padding = Buffer.alloc((ALIGNED - (table.length % ALIGNED)) % ALIGNED);
    parts.push(table, padding);
    at += table.length + padding.length;
  }
  return Buffer.concat(parts);
}

function unpackTable(woff: Buffer, entry: number): Uint8Array {
  const start = woff.readUInt32BE(entry + 4);
  const packed = woff.readUInt32BE(entry + 8);
  const full = woff.readUInt32BE(entry + 12);
  const bytes = woff.subarray(start, start + packed);
  return packed < full ? inflateSync(bytes, { maxOutputLength: full }) : bytes;
}
