import type { z } from 'zod';
import { LANGUAGES, type Localized } from '../domain/language.ts';
import { codeName, partName } from './part-name.ts';
import { type Remedy, remedy, told, untranslated } from './words/index.ts';

type Issue = z.core.$ZodIssue;

/** A schema's complaint in an author's words. */
interface Complaint extends Remedy {
  /** Where in the value it is: keys and indexes. */
  readonly path: readonly PropertyKey[];
}

export function complaintOf(issue: Issue): Complaint {
  const path = pathOf(issue);
  const name = codeName(path);
  const { problem, fix } = remedyFor(issue);
  const named = told(
    ({ theFile }, language) => `${name === '' ? theFile : `\`${name}\``} ${problem[language]}`,
  );
  return { path, problem: named, fix };
}

/** The first few complaints on one line, for a report. */
export const complaints = (error: z.ZodError): Localized => listed(error, complaintOf);

/** The same of a card from another program: whoever has its file knows no keys of the deck format. */
export function cardComplaints(error: z.ZodError, card: unknown): Localized {
  const languages = LANGUAGES.filter(
    (language) => typeof card === 'object' && card !== null && language in card,
  );
  return listed(error, (issue) => {
    const name = partName(pathOf(issue), languages);
    const { problem, fix } = cardRemedyFor(issue);
    return {
      problem: told((_words, language) => `${name[language]} ${problem[language]}`),
      fix,
    };
  });
}

function listed(error: z.ZodError, tell: (issue: Issue) => Remedy): Localized {
  const all = error.issues.slice(0, MOST_COMPLAINTS).map(tell);
  return told((_words, language) =>
    all.map(({ problem, fix }) => `${problem[language]} (${fix[language]})`).join('; '),
  );
}

const MOST_COMPLAINTS = 3;

/** An unknown key is complained about where it stands, not at the mapping that holds it. */
function pathOf(issue: Issue): readonly PropertyKey[] {
  return issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
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

/** Where an author would have a key to mend, others have a cell or a line. */
function cardRemedyFor(issue: Issue): Remedy {
  if (issue.code === 'too_small' && issue.origin !== 'array') {
    return remedy((words) => words.emptyPart);
  }
  return remedyFor(issue);
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
