import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { once } from '../once.ts';
import { specification } from '../specifications.ts';

/** Discord's own description of its API. */
export const OPENAPI = specification('discord-openapi.json');

/** What the official specification says against a body; undefined where it has nothing to say. */
export type Conforms = (method: string, path: string, body: unknown) => string | undefined;

/** Numbers and ids that JSON Schema does not know; their shape is checked as far as it matters. */
export const FORMATS: Readonly<Record<string, true | RegExp>> = {
  snowflake: /^(0|[1-9][0-9]*)$/,
  nonce: true,
  int32: true,
  int53: true,
  int64: true,
  uint32: true,
  rgb24: true,
  uri: /^(https?|attachment):\/\/\S+$/,
  'date-time': true,
  double: true,
};

/**
 * Checks bodies against the specification; says once that it is absent, then lets all pass. To compile a schema
 * takes long: all stages of a process share those that are compiled.
 */
export const conformance = once((): Conforms => {
  if (!OPENAPI.isHere) {
    process.stderr.write(`no ${OPENAPI.file}: bodies are checked against the limits alone\n`);
    return () => undefined;
  }
  // Made to be quick to compile: each form is checked a few times in a run.
  const quick = { inlineRefs: false, code: { optimize: false } };
  const ajv = new Ajv2020({ strict: false, logger: false, ...quick });
  for (const [name, format] of Object.entries(FORMATS)) ajv.addFormat(name, format);
  ajv.addSchema(JSON.parse(readFileSync(OPENAPI.file, 'utf8')) as object, 'discord');
  return (method, path, body) => {
    const validate = ajv.getSchema(schemaOf(method, path));
    if (!validate) return `the specification knows no body of ${method} ${path}`;
    return validate(body) ? undefined : ajv.errorsText(validate.errors?.slice(0, 5));
  };
});

function schemaOf(method: string, path: string): string {
  const pointer = path.replaceAll('~', '~0').replaceAll('/', '~1');
  const content = 'requestBody/content/application~1json/schema';
  return `discord#/paths/${encodeURIComponent(pointer)}/${method.toLowerCase()}/${content}`;
}
