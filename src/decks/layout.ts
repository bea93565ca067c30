import type { Locate } from './fault.ts';

/** The files of a deck's folder. */
export const DECK_FILE = 'deck.yaml';
export const QUESTIONS_FOLDER = 'questions';

export const questionFile = (id: string): string => `${QUESTIONS_FOLDER}/${id}.yaml`;

/** For a deck that has not been read from files: the file it would stand in, without a line. */
export const locateByName: Locate = (question) => ({
  file: question === undefined ? DECK_FILE : questionFile(question),
});
