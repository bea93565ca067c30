import { closest, distance } from 'fastest-levenshtein';
import { type Variable, VARIABLES } from './variables.ts';

/** Nobody but Whetstone is likely to look for variables that begin so. */
const FAMILIES = ['DISCORD_', 'SLACK_', 'WHETSTONE_'];

/** A name further away than this is another name, not a slip. */
const MAX_SLIPS = 2;

/** Among shorter names, such as PORT and PATH, two letters make another word. */
const MIN_LENGTH = 8;

/** A warning for each variable that is none of ours but looks meant for us. */
export const strayWarnings = (names: readonly string[]): readonly string[] =>
  warningsOf(names, (name) => (name.length < MIN_LENGTH ? undefined : slipOf(name)));

/** The same for names in the file of settings, where short ones are hardly other programs' names. */
export const fileStrayWarnings = (names: readonly string[]): readonly string[] =>
  warningsOf(names, (name) => (name.length < MIN_LENGTH ? shortSlipOf(name) : slipOf(name)));

/** Which setting a name is a slip of. */
type Slip = (name: string) => Variable | undefined;

const warningsOf = (names: readonly string[], slip: Slip): readonly string[] =>
  names.filter((name) => !isOurs(name)).flatMap((name) => warning(name, slip) ?? []);

const isOurs = (name: string): boolean => (VARIABLES as readonly string[]).includes(name);

/** What a setting was called in an earlier version. */
const RENAMED: ReadonlyMap<string, string> = new Map([['ROLES', 'WHETSTONE_ROLES']]);

function warning(name: string, slip: Slip): string | undefined {
  const newName = RENAMED.get(name);
  if (newName !== undefined) return `${name} is not a setting any more: write ${newName}`;
  const meant = slip(name);
  if (meant !== undefined) return `${name} is not a setting: is ${meant} meant?`;
  const family = FAMILIES.find((prefix) => name.startsWith(prefix));
  if (family === undefined) return undefined;
  const known = VARIABLES.filter((variable) => variable.startsWith(family));
  return `${name} is not a setting: known are ${known.join(', ')}`;
}

function slipOf(name: string): Variable | undefined {
  const meant = nearest(name);
  return distance(name.toUpperCase(), meant) <= MAX_SLIPS ? meant : undefined;
}

/** One letter that is wrong, missing or too many, or two that changed places. */
function shortSlipOf(name: string): Variable | undefined {
  const meant = nearest(name);
  const slips = distance(name.toUpperCase(), meant);
  return slips <= 1 || (slips === 2 && lettersOf(name) === lettersOf(meant)) ? meant : undefined;
}

const nearest = (name: string) => closest(name.toUpperCase(), VARIABLES) as Variable;

const lettersOf = (name: string): string => [...name.toUpperCase()].sort().join('');
