import { type FeatureWords, localized } from '../../i18n/define-words.ts';

type Entry = { readonly name: string; readonly does: string };
type Example = { readonly example: string };

/** A name and a description in every language, from a feature's own words. */
export function described<Words>(words: FeatureWords<Words>, pick: (words: Words) => Entry) {
  const names = localized(words, (all) => pick(all).name);
  return { name: names.en, names, descriptions: localized(words, (all) => pick(all).does) };
}

/** An option, with a value that shows how it is meant. */
export function shownOption<Words>(
  words: FeatureWords<Words>,
  pick: (words: Words) => Entry & Example,
) {
  return { ...described(words, pick), example: localized(words, (all) => pick(all).example) };
}
