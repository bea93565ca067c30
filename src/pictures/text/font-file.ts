/** What has to be known of a font to lay text out: which characters it has, and how wide each is. */
export interface FontFile {
  readonly has: (codePoint: number) => boolean;
  /** In em; 0 for a character that it has not. */
  readonly advance: (codePoint: number) => number;
}

/** Consecutive characters whose glyphs are consecutive as well. */
interface Group {
  readonly first: number;
  readonly last: number;
  readonly glyph: number;
}

/** The form of a table of characters that holds all of Unicode: groups of 12 bytes each. */
const ALL_OF_UNICODE = 12;

/** Reads what layout needs of a TrueType file: the tables `cmap`, `hhea`, `hmtx` and `head`. */
export function readFontFile(bytes: Buffer): FontFile {
  const tables = tablesOf(bytes);
  const table = (name: string): number => {
    const at = tables.get(name);
    if (at === undefined) throw new Error(`a font without the table ${name}`);
    return at;
  };
  const groups = readGroups(bytes, table('cmap'));
  const unitsPerEm = bytes.readUInt16BE(table('head') + 18);
  const metrics = bytes.readUInt16BE(table('hhea') + 34);
  const widths = table('hmtx');
  const glyphOf = (codePoint: number): number => {
    const group = groups.find(({ first, last }) => first <= codePoint && codePoint <= last);
    return group ? group.glyph + codePoint - group.first : 0;
  };
  return {
    has: (codePoint) => glyphOf(codePoint) !== 0,
    advance(codePoint) {
      const glyph = glyphOf(codePoint);
      if (glyph === 0) return 0;
      // Glyphs after the last that is stated are as wide as that one.
      return bytes.readUInt16BE(widths + 4 * Math.min(glyph, metrics - 1)) / unitsPerEm;
    },
  };
}

/** Where each table begins, by its name. */
function tablesOf(bytes: Buffer): ReadonlyMap<string, number> {
  const count = bytes.readUInt16BE(4);
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const entry = 12 + 16 * index;
      return [bytes.toString('latin1', entry, entry + 4), bytes.readUInt32BE(entry + 8)];
    }),
  );
}

function readGroups(bytes: Buffer, cmap: number): readonly Group[] {
  const count = bytes.readUInt16BE(cmap + 2);
  const tables = Array.from(
    { length: count },
    (_, index) => cmap + bytes.readUInt32BE(cmap + 8 + 8 * index),
  );
  const whole = tables.find((at) => bytes.readUInt16BE(at) === ALL_OF_UNICODE);
  if (whole === undefined) throw new Error('a font without a table of all of Unicode');
  return Array.from({ length: bytes.readUInt32BE(whole + 12) }, (_, index) => {
    const at = whole + 16 + 12 * index;
    const [first, last, glyph] = [0, 4, 8].map((offset) => bytes.readUInt32BE(at + offset));
    return { first: first ?? 0, last: last ?? -1, glyph: glyph ?? 0 };
  });
}
