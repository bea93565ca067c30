import type { Localized } from '../../domain/language.ts';
import { type FeatureWords, localized } from '../../i18n/define-words.ts';
import { inAll, type Words } from '../../i18n/words.ts';

type Entry = { readonly name: string; readonly does: string };

/** A name and a description in every language, from the words under one key. */
export function named(key: keyof Words['commands']): {
  readonly name: string;
  readonly names: Localized;
  readonly descriptions: Localized;
} {
  const entry = (words: Words): Entry => words.commands[key];
  const names = inAll((words) => entry(words).name);
  return { name: names.en, names, descriptions: inAll((words) => entry(words).does) };
}

/** The same from a feature's own words. */
export function described<Words>(words: FeatureWords<Words>, pick: (words: Words) => Entry) {
  const names = localized(words, (all) => pick(all).name);
  return { name: names.en, names, descriptions: localized(words, (all) => pick(all).does) };
}
