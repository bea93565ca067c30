import type { z } from 'zod';
import type { Fault } from './fault.ts';
import { complaintOf } from './issue.ts';
import { FILE_BYTES } from './limits.ts';
import { readTextFile } from './read-file.ts';
import { parseYaml, type YamlFile } from './yaml.ts';

export interface YamlReading<T> {
  /** Undefined where there are faults. */
  readonly value: T | undefined;
  readonly faults: readonly Fault[];
  readonly bytes: number;
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/** A file of the wrong kind breaks thousands of rules; nobody reads beyond the first of them. */
const MOST_FAULTS = 50;

/** Reads and checks one file; `name` is what faults call it. */
export async function readYaml<T>(
  path: string,
  name: string,
  schema: z.ZodType<T>,
): Promise<YamlReading<T>> {
  const file = await readTextFile(path, FILE_BYTES);
  if (!file.ok) {
    const fault: Fault = { level: 'error', file: name, problem: file.problem, fix: file.fix };
    return { value: undefined, faults: [fault], bytes: 0, lineOf: () => 1 };
  }
  return { ...checked(parseYaml(file.text), name, schema), bytes: Buffer.byteLength(file.text) };
}

function checked<T>(yaml: YamlFile, file: string, schema: z.ZodType<T>) {
  const { lineOf } = yaml;
  if (yaml.faults.length > 0)
    return { value: undefined, faults: inFile(yaml.faults, file), lineOf };
  const result = schema.safeParse(yaml.value);
  if (result.success) return { value: result.data, faults: [], lineOf };
  const faults = result.error.issues
    .slice(0, MOST_FAULTS)
    .map(complaintOf)
    .map(({ path, problem, fix }) => ({
      line: lineOf(path),
      problem: problem.en,
      fix: fix.en,
    }));
  return { value: undefined, faults: inFile(faults, file), lineOf };
}

type Told = Pick<Fault, 'line' | 'problem' | 'fix'>;

const inFile = (faults: readonly Told[], file: string): Fault[] =>
  faults.map((fault) => ({ level: 'error', file, ...fault }));
