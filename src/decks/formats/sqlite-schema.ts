/** Where the first page's own header begins, behind the file's: https://sqlite.org/fileformat.html */
const FIRST_HEADER = 100;

/** Where a page's header states how many other pages it names, the last of them, and where the others are named. */
const HEADER = { named: 3, last: 8, places: 12 } as const;

/** What a page's header begins with: it holds rows, or names the pages that hold them. */
const KIND = { leaf: 0x0d, interior: 0x05 } as const;

/** Bytes of the longest schema that is followed; a program with a thousand tables has a shorter one. */
const LONGEST = 4 * 1024 ** 2;

/** The pages of a SQLite database that say what its tables are, by where they begin in the file. */
export interface Schema {
  readonly pages: ReadonlyMap<number, Buffer>;
  /** Where the last of them ends. */
  readonly end: number;
}

/** Bytes of the smallest page that is followed: a table's text that does not fit in one goes on elsewhere. */
const SMALLEST = 1024;

/** Where a database's schema stands, its pages still empty; undefined where it is too long or cannot be followed. */
export function findSchema(firstPage: Buffer): Schema | undefined {
  const size = firstPage.length;
  const numbers = pageNumbersIn(firstPage);
  const isSound = numbers.length > 0 && numbers.every((number) => number > 0);
  if (!isSound || size < SMALLEST || numbers.length * size > LONGEST) return undefined;
  const places = numbers.map((number) => (number - 1) * size);
  const pages = new Map(places.map((place) => [place, Buffer.alloc(size)]));
  return { pages, end: Math.max(...places) + size };
}

/** Pages are counted from 1. */
function pageNumbersIn(firstPage: Buffer): readonly number[] {
  const header = firstPage.subarray(FIRST_HEADER);
  if (header[0] === KIND.leaf) return [1];
  if (header[0] !== KIND.interior) return [];
  try {
    const named = Array.from({ length: header.readUInt16BE(HEADER.named) }, (_, index) =>
      firstPage.readUInt32BE(header.readUInt16BE(HEADER.places + 2 * index)),
    );
    return [...named, header.readUInt32BE(HEADER.last)];
  } catch (error) {
    // A broken page names places outside of itself.
    if (error instanceof RangeError) return [];
    throw error;
  }
}

/** Copies into the pages what they hold of a piece of the file that begins at `at`. */
export function fillSchema({ pages }: Schema, piece: Buffer, at: number): void {
  for (const [place, page] of pages) {
    const from = Math.max(place, at);
    const to = Math.min(place + page.length, at + piece.length);
    if (from < to) piece.copy(page, from - place, from - at, to - at);
  }
}

/** Whether no table or column of the schema, once it is filled, bears a name; false where that cannot be told. */
export function isWithout({ pages }: Schema, name: string): boolean {
  // The byte that UTF-16 would add in front or behind is left out, so that both of its orders are found.
  const spellings = [Buffer.from(name), Buffer.from(name, 'utf16le').subarray(0, -1)];
  return pages.entries().every(([place, page]) => {
    const isLeaf = page[place === 0 ? FIRST_HEADER : 0] === KIND.leaf;
    return isLeaf && !spellings.some((spelling) => page.includes(spelling));
  });
}
