import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { BodyFault } from '../../../src/platforms/discord/message-rules.ts';
import { once } from '../once.ts';
import { FORMATS, OPENAPI } from './openapi.ts';

/** The parameters of a request, as they were sent. */
interface Parameters {
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
}

/** Returns what the official specification says against a request's parameters; empty if nothing. */
export type ParameterCheck = (
  method: string,
  path: string,
  parameters: Parameters,
) => readonly BodyFault[];

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: { readonly type?: string };
}

type Operations = Readonly<Record<string, { readonly parameters?: readonly Parameter[] }>>;

interface Document {
  readonly paths: Readonly<
    Record<string, Operations & { readonly parameters?: readonly Parameter[] }>
  >;
}

/** Checks the parameters in paths and queries; where the specification is absent, all of them pass. */
export const parameterCheck = once((): ParameterCheck => {
  if (!OPENAPI.isHere) return () => [];
  const document = JSON.parse(readFileSync(OPENAPI.file, 'utf8')) as Document;
  // Everything in an address is text: what the specification calls a number has to read as one.
  const ajv = new Ajv2020({ strict: false, logger: false, coerceTypes: true, allErrors: true });
  for (const [name, format] of Object.entries(FORMATS)) ajv.addFormat(name, format);
  ajv.addSchema(document, 'discord');
  const compiled = new Map<string, ValidateFunction>();
  return (method, path, parameters) => {
    const known = parametersOf(document, method, path);
    if (!known) return [{ at: 'path', message: `The specification has no ${method} ${path}.` }];
    const key = `${method} ${path}`;
    const validate = compiled.get(key) ?? ajv.compile(schemaOf(known));
    compiled.set(key, validate);
    return validate(valuesOf(known, parameters)) ? [] : faultsOf(validate);
  };
});

function parametersOf({ paths }: Document, method: string, path: string) {
  const item = paths[path];
  const operation = item?.[method.toLowerCase()];
  return operation && [...(item?.parameters ?? []), ...(operation.parameters ?? [])];
}

/** One object with a property for each place, so that a parameter that nobody knows is refused too. */
function schemaOf(parameters: readonly Parameter[]): object {
  const within = (place: string): object => {
    const here = parameters.filter((parameter) => parameter.in === place);
    return {
      type: 'object',
      properties: Object.fromEntries(here.map(({ name, schema }) => [name, schema])),
      required: here.filter(({ required }) => required).map(({ name }) => name),
      additionalProperties: false,
    };
  };
  const schema = { type: 'object', properties: { path: within('path'), query: within('query') } };
  const text = JSON.stringify(schema).replaceAll('"#/components', '"discord#/components');
  return JSON.parse(text) as object;
}

function valuesOf(parameters: readonly Parameter[], { path, query }: Parameters): object {
  const lists = parameters.filter(({ schema }) => schema.type === 'array').map(({ name }) => name);
  const given = [...new Set(query.keys())].map((name) => {
    const values = query.getAll(name);
    return [name, values.length > 1 || lists.includes(name) ? values : values[0]] as const;
  });
  return { path: { ...path }, query: Object.fromEntries(given) };
}

function faultsOf({ errors }: ValidateFunction): readonly BodyFault[] {
  return (errors ?? []).map(({ instancePath, message, params }) => ({
    at: instancePath.split('/').slice(2).join('.') || 'query',
    message: `${message ?? ''} ${JSON.stringify(params)}`,
  }));
}
