/** What a file of somebody else's says. */
export interface DecodedText {
  readonly ok: true;
  readonly text: string;
  /** Named where it is not UTF-8. */
  readonly encoding?: 'UTF-16' | 'Windows-1251';
}

/**
 * Decodes UTF-8, UTF-16 with or without a byte-order mark, and Windows-1251, which Excel writes in
 * Russia. Anything else is refused: guessed wrong, every question would be garbage.
 */
export function decodeText(bytes: Uint8Array): DecodedText | { readonly ok: false } {
  const utf16 = utf16Of(bytes);
  if (utf16 !== undefined) return decoded(bytes, utf16, 'UTF-16') ?? UNKNOWN;
  return (
    decoded(bytes, 'utf-8') ??
    (isRussian(bytes) ? decoded(bytes, 'windows-1251', 'Windows-1251') : undefined) ??
    UNKNOWN
  );
}

const UNKNOWN = { ok: false } as const;

function decoded(
  bytes: Uint8Array,
  label: string,
  encoding?: 'UTF-16' | 'Windows-1251',
): DecodedText | undefined {
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    return { ok: true, text, ...(encoding && { encoding }) };
  } catch {
    return undefined;
  }
}

/** Bytes that are looked at to tell an encoding. */
const SAMPLE = 4_096;

/** By its mark or, without one, by the zero byte that nearly every Latin letter and line end has. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const few = sample.length / 50;
  if (odd > few && even === 0) return 'utf-16le';
  return even > few && odd === 0 ? 'utf-16be' : undefined;
}

/** Bytes from the first letter on that is not ASCII, by which its alphabet is told. */
const LOOKED_AT = 256 * 1024;

/** Typographic marks of Windows-1251 that Russian texts hold beside letters. */
const RUSSIAN = /[А-Яа-яЁё«»“”„–—…№\u00a0]/;

/**
 * Whether nearly all that is not ASCII is a Russian letter or mark when read as Windows-1251, mostly
 * lower case: KOI8-R has the cases the other way round, and Western texts have single such bytes.
 */
function isRussian(bytes: Uint8Array): boolean {
  const start = bytes.findIndex((byte) => byte >= 0x80);
  const text = new TextDecoder('windows-1251').decode(bytes.subarray(start, start + LOOKED_AT));
  const high = text.replace(/[\0-\x7f]+/g, '');
  const russian = high.split('').filter((letter) => RUSSIAN.test(letter)).length;
  const lower = high.match(/[а-яё]/g)?.length ?? 0;
  const words = text.match(/[А-Яа-яЁё]{3,}/g) ?? [];
  const inWords = words.join('').length;
  return russian > high.length * 0.97 && lower > high.length * 0.6 && inWords > high.length * 0.6;
}
