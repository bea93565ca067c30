import * as stopwords from 'stopword';
import type { Localized } from '../../domain/language.ts';
import { wordsIn } from '../../domain/text/stems.ts';

/** Scripts by the language that is most often written in them. */
const SCRIPTS: readonly (readonly [code: string, letters: RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['ka', /\p{Script=Georgian}/gu],
  ['hy', /\p{Script=Armenian}/gu],
];

/** Formulas are full of Greek letters, and an English text may explain a Japanese word. */
const SCRIPT_SHARE = 0.3;

/** Letters of Cyrillic that Russian lacks. */
const CYRILLIC: readonly (readonly [code: string, letters: RegExp])[] = [
  ['uk', /[іїєґ]/giu],
  ['be', /ў/giu],
  ['sr', /[љњћђџ]/giu],
];

const ENGLISH: ReadonlySet<string> = new Set(stopwords.eng);

const LATIN: readonly (readonly [code: string, words: readonly string[]])[] = [
  ['de', stopwords.deu],
  ['fr', stopwords.fra],
  ['es', stopwords.spa],
  ['pt', stopwords.por],
  ['it', stopwords.ita],
  ['pl', stopwords.pol],
  ['nl', stopwords.nld],
  ['tr', stopwords.tur],
  ['sv', stopwords.swe],
  ['cs', stopwords.ces],
];

/** The languages of each common word that means nothing in English; letters alone mean variables. */
const LANGUAGES_OF = Map.groupBy(
  LATIN.flatMap(([code, words]) => words.map((word) => ({ code, word }))).filter(
    ({ word }) => word.length > 1 && !ENGLISH.has(word),
  ),
  ({ word }) => word,
);

/** Different common words that a text needs to be told by them: names and terms hold one by chance. */
const FEWEST = 3;

const NAMES: Localized<Intl.DisplayNames> = {
  en: new Intl.DisplayNames('en', { type: 'language' }),
  ru: new Intl.DisplayNames('ru', { type: 'language' }),
};

/**
 * The name of the language that a text is written in, where that is surely neither English nor
 * Russian; undefined otherwise.
 */
export function foreignLanguage(whole: string): Localized | undefined {
  const text = whole.slice(0, LOOKED_AT);
  const code = byScript(text) ?? byCyrillic(text) ?? byWords(text);
  return code === undefined
    ? undefined
    : { en: NAMES.en.of(code) ?? code, ru: NAMES.ru.of(code) ?? code };
}

/** Characters of a text that tell its language. */
const LOOKED_AT = 2_000;

function byScript(text: string): string | undefined {
  const letters = countOf(text, /\p{L}/gu);
  return SCRIPTS.find(([, script]) => countOf(text, script) > letters * SCRIPT_SHARE)?.[0];
}

function byCyrillic(text: string): string | undefined {
  const cyrillic = countOf(text, /\p{Script=Cyrillic}/gu);
  const own = CYRILLIC.find(([, letters]) => countOf(text, letters) > cyrillic / 50)?.[0];
  return cyrillic > countOf(text, /\p{L}/gu) / 2 && !/[ыэёъ]/i.test(text) ? own : undefined;
}

/** A word that several languages have tells less of each. */
function byWords(text: string): string | undefined {
  const words = [...new Set(wordsIn(text))];
  const common = words.flatMap((word) => LANGUAGES_OF.get(word) ?? []);
  const found = [...Map.groupBy(common, ({ code }) => code)].map(([code, own]) => {
    const weights = own.map(({ word }) => 1 / (LANGUAGES_OF.get(word)?.length ?? 1));
    return { code, count: own.length, weight: weights.reduce((sum, weight) => sum + weight, 0) };
  });
  const [most] = found.sort((a, b) => b.weight - a.weight);
  const english = words.filter((word) => ENGLISH.has(word)).length;
  return most && most.count >= FEWEST && most.count > english ? most.code : undefined;
}

const countOf = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0;
