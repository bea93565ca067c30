/** What a deck has no place for, so that an import leaves it behind and says so. */
export interface Lost {
  /** Columns of a table that were not read. */
  readonly columns: readonly string[];
  /** Keys of JSON that were not read. */
  readonly keys: readonly string[];
  readonly pictures: number;
  readonly sounds: number;
  /** Those that lead nowhere outside of their own file. */
  readonly links: number;
}

export const NOTHING_LOST: Lost = { columns: [], keys: [], pictures: 0, sounds: 0, links: 0 };

export function addLost(parts: readonly Partial<Lost>[]): Lost {
  const names = (key: 'columns' | 'keys') => [...new Set(parts.flatMap((part) => part[key] ?? []))];
  const sum = (key: 'pictures' | 'sounds' | 'links') =>
    parts.reduce((total, part) => total + (part[key] ?? 0), 0);
  return {
    columns: names('columns'),
    keys: names('keys'),
    pictures: sum('pictures'),
    sounds: sum('sounds'),
    links: sum('links'),
  };
}

export const isAnythingLost = ({ columns, keys, pictures, sounds, links }: Lost): boolean =>
  columns.length + keys.length + pictures + sounds + links > 0;
