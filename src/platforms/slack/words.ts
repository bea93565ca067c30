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
  const words: Word[] = [];
  for (const [, quotedKey, quotedValue, quoted, bare = ''] of text.matchAll(WORD)) {
    if (quotedKey !== undefined) words.push({ key: quotedKey, value: inner(quotedValue) });
    else if (quoted !== undefined) words.push({ value: inner(quoted) });
    else words.push(bareWord(bare));
  }
  return joinLooseValues(words);
}

function bareWord(bare: string): Word {
  const [, key, value = ''] = KEYED.exec(bare) ?? [];
  return key === undefined ? { value: bare } : { key, value };
}

/** `topic: attention` means `topic:attention`. */
function joinLooseValues(words: readonly Word[]): Word[] {
  const joined: Word[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    if (last?.key !== undefined && last.value === '' && word.key === undefined) {
      joined.splice(-1, 1, { key: last.key, value: word.value });
    } else joined.push(word);
  }
  return joined;
}

const inner = (quoted = ''): string => quoted.slice(1, -1);
