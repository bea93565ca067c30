import type { z } from 'zod';
import type { Localized } from '../domain/language.ts';
import { type Remedy, remedy, told, untranslated } from './words/index.ts';

type Issue = z.core.$ZodIssue;

/** A schema's complaint in an author's words. */
interface Complaint extends Remedy {
  /** Where in the value it is: keys and indexes. */
  readonly path: readonly PropertyKey[];
}

export function complaintOf(issue: Issue): Complaint {
  const path = pathOf(issue);
  const name = nameOf(path);
  const { problem, fix } = remedyFor(issue);
  const named = told(
    ({ theFile }, language) => `${name === '' ? theFile : `\`${name}\``} ${problem[language]}`,
  );
  return { path, problem: named, fix };
}

/** The first few complaints on one line, for a report. */
export function complaints(error: z.ZodError): Localized {
  const all = error.issues.slice(0, 3).map(complaintOf);
  return told((_words, language) =>
    all.map(({ problem, fix }) => `${problem[language]} (${fix[language]})`).join('; '),
  );
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

function remedyFor(issue: Issue): Remedy {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected, issue.message);
    case 'unrecognized_keys':
      return remedy((words) => words.unknownKey);
    case 'invalid_value':
      return remedy((words) => words.otherValue(issue.values.join(', ')));
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_format':
      return remedy((words) => (issue.format === 'url' ? words.noAddress : words.noSlug));
    case 'invalid_key':
      return remedy((words) => words.noSlug);
    case 'custom':
      return remedyIn(issue.message, issue.params);
    default:
      return remedy((words) => words.otherwise(issue.message));
  }
}

function wrongType(expected: string, message: string): Remedy {
  if (message.endsWith('undefined')) return remedy((words) => words.missing);
  if (message.endsWith('null')) return remedy((words) => words.isEmpty);
  if (expected === 'string') return remedy((words) => words.notText);
  return remedy(({ kinds, otherKind }) =>
    otherKind(isKind(expected, kinds) ? kinds[expected] : expected),
  );
}

const isKind = <Kinds extends object>(
  expected: PropertyKey,
  kinds: Kinds,
): expected is keyof Kinds => Object.hasOwn(kinds, expected);

function tooSmall({ origin, minimum }: z.core.$ZodIssueTooSmall): Remedy {
  if (origin !== 'array') return remedy((words) => words.emptyText);
  return remedy((words) => words.shortList(Number(minimum)));
}

function tooBig({ origin, maximum }: z.core.$ZodIssueTooBig): Remedy {
  const most = Number(maximum);
  return remedy(({ longString, longList }) =>
    origin === 'string' ? longString(most) : longList(most),
  );
}

/** What a rule of a schema says of itself: in every language, or in that of the command line alone. */
function remedyIn(message: string, params: Readonly<Record<string, unknown>> = {}): Remedy {
  const { remedy: known, fix } = params;
  if (known !== undefined) return known as Remedy;
  if (typeof fix !== 'string') return remedy((words) => words.otherwise(message));
  return { problem: untranslated(message), fix: untranslated(fix) };
}
