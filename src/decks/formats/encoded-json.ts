import { isObject } from './json-list.ts';

/**
 * Undoes what a program did to every text of a file to carry it safely: percent signs as in addresses, or
 * base64. A text that merely looks like that stands among others that do not.
 */
export function decodeTexts(items: readonly unknown[]): readonly unknown[] {
  const texts = items.slice(0, SAMPLE).flatMap(textsWithin);
  const encoding = [PERCENTS, BASE64].find((one) => isEncodedAs(one, texts));
  return encoding ? items.map((item) => mapTexts(item, encoding)) : items;
}

/** Items that are looked at; a file's texts are encoded alike. */
const SAMPLE = 50;

interface Encoding {
  /** What one of its texts has at least, where any text of one word would pass for encoded. */
  readonly sign: RegExp;
  /** Gives the text, or undefined for one that is not encoded so. */
  readonly decode: (text: string) => string | undefined;
}

const PERCENTS: Encoding = {
  sign: /%[\da-f]{2}/i,
  decode(text) {
    if (/[\s<>"{}|\\^`]|%(?![\da-f]{2})/i.test(text)) return undefined;
    try {
      // An encoder that writes blanks as `+` writes `+` as %2B, as all others do.
      return decodeURIComponent(text.replaceAll('+', '%20'));
    } catch {
      return undefined;
    }
  },
};

const BASE64: Encoding = {
  sign: /^.{16}/,
  decode(text) {
    if (text.length % 4 !== 0 || !/^[A-Za-z\d+/]*={0,2}$/.test(text)) return undefined;
    const decoded = new TextDecoder().decode(Buffer.from(text, 'base64'));
    return /(?![\t\r\n])\p{Cc}|\ufffd/u.test(decoded) ? undefined : decoded;
  },
};

function isEncodedAs({ sign, decode }: Encoding, texts: readonly string[]): boolean {
  const isSentence = (text: string) => sign.test(text) && /\s/.test(decode(text) ?? '');
  return texts.every((text) => decode(text) !== undefined) && texts.some(isSentence);
}

function textsWithin(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsWithin);
  return isObject(value) ? Object.values(value).flatMap(textsWithin) : [];
}

function mapTexts(value: unknown, encoding: Encoding): unknown {
  if (typeof value === 'string') return encoding.decode(value) ?? value;
  if (Array.isArray(value)) return value.map((one) => mapTexts(one, encoding));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, mapTexts(one, encoding)]),
  );
}
