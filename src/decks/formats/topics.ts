import { createHash } from 'node:crypto';
import { seenText } from '../../domain/answer-text.ts';
import type { Language } from '../../domain/language.ts';
import type { Translated } from '../../domain/question.ts';
import { DECK_LIMITS } from '../limits.ts';
import { slugOf } from '../slug.ts';

/** Where nothing says what a question is about. */
const UNNAMED = { id: 'imported', title: { en: 'Imported', ru: 'Импорт' } } as const;

/** The topics of a deck as its cards name them. */
export interface Topics {
  /** The id of the topic of this name: `C`, `C#` and `C++` are three. */
  idOf(name: string | undefined): string;
  /** Every topic with its written name, for a deck in these languages. */
  titles(languages: readonly Language[]): Record<string, Translated>;
  /** Names for which there was no room: people tag cards far more finely than a deck has topics. */
  readonly beyond: ReadonlySet<string>;
}

export function collectTopics(): Topics {
  const names = new Map<string, string>();
  const ids = new Map<string, string>();
  const beyond = new Set<string>();
  const add = (name: string): string => {
    const slug = slugFor(name);
    const id = names.has(slug) ? `${slug.slice(0, DECK_LIMITS.id - 9)}-${digest(name)}` : slug;
    names.set(id, name);
    return id;
  };
  return {
    idOf(written) {
      const name = seenText((written ?? '').replace(/\s+/g, ' '));
      const key = name.toLowerCase();
      const known = name === '' ? UNNAMED.id : ids.get(key);
      if (known !== undefined) return known;
      if (names.size >= DECK_LIMITS.topics - 1) {
        beyond.add(key);
        return UNNAMED.id;
      }
      const id = add(name);
      ids.set(key, id);
      return id;
    },
    titles: (languages) => ({
      ...Object.fromEntries(
        names
          .entries()
          .map(([id, name]) => [id, inEach(languages, name.slice(0, DECK_LIMITS.title))]),
      ),
      [UNNAMED.id]: pick(languages),
    }),
    beyond,
  };
}

/** What a slug would lose, although it tells one language of programming from another. */
const slugFor = (name: string): string =>
  slugOf(name.replaceAll('#', ' sharp ').replaceAll('+', ' plus ')) ?? `topic-${digest(name)}`;

const digest = (name: string): string =>
  createHash('sha256').update(name.toLowerCase()).digest('hex').slice(0, 8);

/** A name that nobody translated, for a deck in these languages. */
export const inEach = (languages: readonly Language[], name: string): Translated =>
  Object.fromEntries(languages.map((language) => [language, name]));

const pick = (languages: readonly Language[]): Translated =>
  Object.fromEntries(languages.map((language) => [language, UNNAMED.title[language]]));
