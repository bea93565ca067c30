/** A word of a slash command: `topic:attention` has a key, `attention` has none. */
export interface Word {
  readonly key?: string;
  readonly value: string;
}

/** Straight and typographic quotes; phones and macOS type the latter by themselves. */
const QUOTED = '"[^"]*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»';
const WORD = new RegExp(`([\\p{L}\\p{N}_-]+):\\s*(${QUOTED})|(${QUOTED})|(\\S+)`, 'gu');
/** A key is a name; `https://…` and `10:30` have none. */
const KEYED = /^([\p{L}_][\p{L}\p{N}_-]*):(?!\/\/)(.*)$/su;

/** Splits `key:value key:"quoted value" word "quoted words"`. An unclosed quote is a character. */
export function splitWords(text: string): Word[] {
  return [...text.matchAll(WORD)].map(([, quotedKey, quotedValue, quoted, bare = '']) => {
    if (quotedKey !== undefined) return { key: quotedKey, value: inner(quotedValue) };
    return quoted !== undefined ? { value: inner(quoted) } : bareWord(bare);
  });
}

function bareWord(bare: string): Word {
  const [, key, value = ''] = KEYED.exec(bare) ?? [];
  return key === undefined ? { value: bare } : { key, value };
}

const inner = (quoted = ''): string => quoted.slice(1, -1);
