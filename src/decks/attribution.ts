import type { Language } from '../domain/language.ts';
import type { Question } from '../domain/question.ts';
import type { Origin } from './formats/reading.ts';
import { questionLanguages } from './languages.ts';
import { DECK_LIMITS } from './limits.ts';
import type { DeckHead } from './schema.ts';

/** What stands in the place of a licence where the list is the operator's own. */
const OWN = 'own';

/** Whose words they are, said in the deck's description and under each of its questions. */
export function attribute(
  head: Partial<DeckHead>,
  questions: readonly Question[],
  origin: Origin,
): { readonly head: Partial<DeckHead>; readonly questions: readonly Question[] } {
  if (origin.licence === OWN) return { head, questions };
  const languages = [...new Set(questions.flatMap(questionLanguages))];
  const described = languages.map((language) => [language, describe(origin, language)]);
  const source = sourceOf(head, origin);
  return {
    head: { ...head, description: Object.fromEntries(described) as Record<Language, string> },
    questions: source
      ? questions.map((question) => ({ ...question, sources: [source, ...question.sources] }))
      : questions,
  };
}

function sourceOf({ title }: Partial<DeckHead>, { address, licence }: Origin) {
  if (address === undefined) return undefined;
  const name = title?.en ?? title?.ru ?? new URL(address).hostname;
  const under = licence === undefined ? '' : ` (${licence})`;
  return { title: name.slice(0, DECK_LIMITS.sourceTitle - under.length) + under, url: address };
}

function describe({ address, licence }: Origin, language: Language): string {
  const words = WORDS[language];
  const from = address === undefined ? words.somebody : words.from(address);
  return `${from}. ${licence === undefined ? words.unlicensed : words.licence(licence)}.`;
}

const WORDS = {
  en: {
    somebody: 'From a list that somebody published',
    from: (address: string) => `From ${address}`,
    licence: (name: string) => `Licence: ${name}`,
    unlicensed: 'Its licence is not known',
  },
  ru: {
    somebody: 'Из опубликованного списка',
    from: (address: string) => `Источник: ${address}`,
    licence: (name: string) => `Лицензия: ${name}`,
    unlicensed: 'Лицензия неизвестна',
  },
} as const;
