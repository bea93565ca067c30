import { defineWords } from '../../../i18n/define-words.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';

export const notifyWords = defineWords({ en, ru });
