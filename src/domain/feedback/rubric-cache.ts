import { LRUCache } from 'lru-cache';
import type { CompiledRubric } from './compile-rubric.ts';
import { createLexicon, type Lexicon, type Rubric } from './lexicon.ts';

/** What is made once for many answers. Keys say all that it was made of, so nothing in it is ever out of date. */
export interface RubricCache {
  lexicon(key: string, read: () => Promise<readonly Rubric[]>): Promise<Lexicon>;
  rubric(key: string, compile: () => CompiledRubric): CompiledRubric;
}

/** Workspaces without decks of their own share one lexicon a language. */
const MOST_LEXICONS = 16;

/** As many questions as a busy installation asks in some weeks. */
const MOST_RUBRICS = 300;

/** In this process's memory; what was used least recently goes first. */
export function createRubricCache(): RubricCache {
  const lexicons = new LRUCache<string, Lexicon>({ max: MOST_LEXICONS });
  const rubrics = new LRUCache<string, CompiledRubric>({ max: MOST_RUBRICS });
  return {
    async lexicon(key, read) {
      const known = lexicons.get(key);
      if (known) return known;
      const made = createLexicon(await read());
      lexicons.set(key, made);
      return made;
    },
    rubric(key, compile) {
      const known = rubrics.get(key);
      if (known) return known;
      const made = compile();
      rubrics.set(key, made);
      return made;
    },
  };
}
