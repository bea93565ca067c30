import { join } from 'node:path';
import type { Question } from '../domain/question.ts';
import type { Fault } from './fault.ts';
import { questionFile, QUESTIONS_FOLDER } from './layout.ts';
import { DECK_BYTES, DECK_LIMITS } from './limits.ts';
import { listFolder, type Unreadable } from './read-file.ts';
import { readYaml, type YamlReading } from './read-yaml.ts';
import { questionSchema } from './schema.ts';

export interface QuestionFile {
  /** From the file's name. */
  readonly id: string;
  readonly reading: YamlReading<Question>;
}

export interface QuestionFiles {
  readonly files: readonly QuestionFile[];
  /** About the folder; a file's own faults are in its reading. */
  readonly faults: readonly Fault[];
}

/** Reads the questions of a deck's folder, in the order of their ids. */
export async function readQuestionFiles(folder: string): Promise<QuestionFiles> {
  const listed = await listFolder(join(folder, QUESTIONS_FOLDER));
  if (!listed.ok) return { files: [], faults: [unreadable(listed)] };
  const { names } = listed;
  const ids = names.filter((name) => name.endsWith('.yaml')).map((name) => name.slice(0, -5));
  const strays = names.filter((name) => !name.endsWith('.yaml') && !name.startsWith('.'));
  const files = await readAll(folder, ids.sort().slice(0, DECK_LIMITS.questions));
  const faults = [...strays.sort().map(strayFile), ...countFaults(ids.length, files.length)];
  return { files, faults };
}

function unreadable({ problem, fix }: Unreadable): Fault {
  return { level: 'error', file: QUESTIONS_FOLDER, problem, fix };
}

/** One after the other: a deck of thousands must not open thousands of files at once. */
async function readAll(folder: string, ids: readonly string[]): Promise<QuestionFile[]> {
  const files: QuestionFile[] = [];
  let bytes = 0;
  for (const id of ids) {
    const name = questionFile(id);
    const reading = await readYaml(join(folder, name), name, questionSchema);
    bytes += reading.bytes;
    if (bytes > DECK_BYTES) break;
    const faults = reading.faults.map((fault) => ({ ...fault, question: id }));
    files.push({ id, reading: { ...reading, faults } });
  }
  return files;
}

function strayFile(name: string): Fault {
  return {
    level: 'warning',
    file: `${QUESTIONS_FOLDER}/${name}`,
    problem: 'is not read: questions are `.yaml` files',
    fix: 'rename it to `<id>.yaml`, or move it elsewhere',
  };
}

function countFaults(found: number, read: number): Fault[] {
  const fault = { level: 'error', file: QUESTIONS_FOLDER } as const;
  if (found === 0) {
    return [{ ...fault, problem: 'holds no question', fix: 'add one with `deck new`' }];
  }
  if (read === found) return [];
  const problem = `holds too much: only the first ${read} of ${found} questions are read`;
  const fix = `split the deck; one holds ${DECK_LIMITS.questions} questions and ${DECK_BYTES} bytes`;
  return [{ ...fault, problem, fix }];
}
