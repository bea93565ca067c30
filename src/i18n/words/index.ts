import { defineWords } from '../define-words.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';

/** What all features say alike. */
export const commonWords = defineWords({ en, ru });
