import type { OptionDefinition } from '../../chat/command.ts';
import { described } from '../shared/define-command.ts';
import { trackWords } from './words/index.ts';

/** The option that names a track by its number. */
export const TRACK_OPTION: OptionDefinition = {
  ...described(trackWords, (words) => words.option),
  type: 'text',
};
