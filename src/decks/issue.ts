import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** A schema's complaint in an author's words. */
export interface Complaint {
  /** Where in the value it is: keys and indexes. */
  readonly path: readonly PropertyKey[];
  readonly problem: string;
  readonly fix: string;
}

export function complaintOf(issue: Issue): Complaint {
  const path = pathOf(issue);
  const name = nameOf(path);
  const { problem, fix } = describe(issue);
  return { path, problem: name === '' ? `the file ${problem}` : `\`${name}\` ${problem}`, fix };
}

/** The first few complaints on one line, for a report. */
export function complaints(error: z.ZodError): string {
  const told = error.issues.slice(0, 3).map(complaintOf);
  return told.map(({ problem, fix }) => `${problem} (${fix})`).join('; ');
}

/** An unknown key is complained about where it stands, not at the mapping that holds it. */
function pathOf(issue: Issue): readonly PropertyKey[] {
  return issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
}

/** `en.keyPoints[0].label`, with the index as people who edit the file would count it: from 1. */
function nameOf(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key + 1}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}

function describe(issue: Issue): { problem: string; fix: string } {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected, issue.message);
    case 'unrecognized_keys':
      return { problem: 'is not a key of the deck format', fix: 'remove it or mend its spelling' };
    case 'invalid_value':
      return { problem: 'is not one of its values', fix: `write ${issue.values.join(', ')}` };
    case 'too_small':
      return { problem: 'is empty', fix: 'fill it in, or remove the key if it is optional' };
    case 'too_big':
      return tooBig(issue);
    case 'invalid_format':
      return badFormat(issue);
    case 'invalid_key':
      return { problem: 'is not a slug', fix: SLUG_FIX };
    case 'custom':
      return { problem: issue.message, fix: fixOf(issue.params) };
    default:
      return { problem: issue.message, fix: 'see docs/deck-format.md' };
  }
}

const SLUG_FIX = 'use a–z, 0–9 and single hyphens, a letter first';

function wrongType(expected: string, message: string) {
  if (message.endsWith('undefined')) return { problem: 'is missing', fix: 'add it' };
  if (message.endsWith('null')) return { problem: 'is empty', fix: 'fill it in' };
  if (expected === 'string') {
    return { problem: 'is not text', fix: 'put it in quotes' };
  }
  const kind =
    { number: 'a number', array: 'a list', object: 'a mapping', record: 'a mapping' }[expected] ??
    expected;
  return { problem: `is not ${kind}`, fix: `make it ${kind}, as in docs/deck-format.md` };
}

function tooBig(issue: z.core.$ZodIssueTooBig) {
  const unit = issue.origin === 'string' ? 'characters' : 'entries';
  return { problem: 'is too long', fix: `keep it to ${Number(issue.maximum)} ${unit}` };
}

function badFormat(issue: z.core.$ZodIssueInvalidStringFormat) {
  return issue.format === 'url'
    ? { problem: 'is not a web address', fix: 'write it in full, with https://' }
    : { problem: 'is not a slug', fix: SLUG_FIX };
}

function fixOf(params: Readonly<Record<string, unknown>> | undefined): string {
  return typeof params?.['fix'] === 'string' ? params['fix'] : 'see docs/deck-format.md';
}
