import { basename, join, resolve } from 'node:path';
import type { Deck, Question } from '../domain/question.ts';
import type { Fault, Locate } from './fault.ts';
import { DECK_FILE, locateByName, questionFile } from './layout.ts';
import { type QuestionFile, readQuestionFiles } from './question-files.ts';
import { readYaml, type YamlReading } from './read-yaml.ts';
import { type DeckHead, deckHeadSchema } from './schema.ts';

export interface DeckReading {
  /**
   * The deck with those questions that are whole, in the order of their ids; undefined where
   * `deck.yaml` itself is not. With errors among the faults, questions are missing.
   */
  readonly deck: Deck | undefined;
  readonly faults: readonly Fault[];
  readonly locate: Locate;
}

/** Reads a deck's folder. Bad content is told as faults; nothing is thrown for it. */
export async function readDeck(folder: string): Promise<DeckReading> {
  const head = await readYaml(join(folder, DECK_FILE), DECK_FILE, deckHeadSchema);
  const { files, faults } = await readQuestionFiles(folder);
  const readings = files.map((file) => placed(file, head.value));
  return {
    deck: head.value && { ...head.value, questions: readings.flatMap((reading) => reading.kept) },
    faults: [
      ...head.faults,
      ...nameFaults(head, folder),
      ...faults,
      ...readings.flatMap((reading) => reading.faults),
    ],
    locate: locator(head, files),
  };
}

/** Commands take the deck's name, people look for its folder. */
function nameFaults({ value, lineOf }: YamlReading<DeckHead>, folder: string): Fault[] {
  const folderName = basename(resolve(folder));
  if (value === undefined || value.name === folderName) return [];
  const problem = `\`name\` is ${value.name}, which is not the folder's name`;
  const fix = `rename the folder to \`${value.name}\`, or mend the name`;
  return [{ level: 'warning', file: DECK_FILE, line: lineOf(['name']), problem, fix }];
}

interface Placed {
  readonly kept: readonly Question[];
  readonly faults: readonly Fault[];
}

/** Keeps a question only where it stands under its own name and in a topic of the deck. */
function placed({ id, reading }: QuestionFile, head: DeckHead | undefined): Placed {
  const question = reading.value;
  if (question === undefined) return { kept: [], faults: reading.faults };
  const fault = (key: string, problem: string, fix: string): Placed => {
    const place = { file: questionFile(id), line: reading.lineOf([key]), question: id };
    return { kept: [], faults: [{ level: 'error', ...place, problem, fix }] };
  };
  if (question.id !== id) {
    const fix = `rename the file to \`${question.id}.yaml\`, or write \`id: ${id}\``;
    return fault('id', `\`id\` is ${question.id}, which is not the file's name`, fix);
  }
  if (head !== undefined && !Object.hasOwn(head.topics, question.topic)) {
    const fix = `use one of ${Object.keys(head.topics).join(', ')}, or add it to deck.yaml`;
    return fault('topic', `\`topic\` ${question.topic} is not a topic of the deck`, fix);
  }
  return { kept: [question], faults: [] };
}

function locator(head: YamlReading<DeckHead>, files: readonly QuestionFile[]): Locate {
  const lines = new Map(files.map(({ id, reading }) => [id, reading.lineOf]));
  return (question, path) => {
    const lineOf = question === undefined ? head.lineOf : lines.get(question);
    const place = locateByName(question, path);
    return lineOf === undefined ? place : { ...place, line: lineOf(path) };
  };
}
