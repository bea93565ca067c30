import type { CommandDefinition } from '../../chat/command.ts';
import { DIFFICULTIES } from '../../domain/question.ts';
import { localized } from '../../i18n/define-words.ts';
import { deckWords } from '../decks/words/index.ts';
import { described } from '../shared/define-command.ts';
import { quizWords } from './words/index.ts';

export const QUIZ_COMMAND: CommandDefinition = {
  ...described(quizWords, (words) => words.command),
  ownName: true,
  options: [
    { ...described(quizWords, (words) => words.topicOption), type: 'text', completes: true },
    {
      ...described(quizWords, (words) => words.difficultyOption),
      type: 'choice',
      choices: DIFFICULTIES.map((difficulty) => ({
        value: difficulty,
        labels: localized(deckWords, (words) => words.difficulties[difficulty]),
      })),
    },
  ],
};
