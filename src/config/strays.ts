import { closest, distance } from 'fastest-levenshtein';
import { VARIABLES } from './variables.ts';

/** Nobody but Whetstone is likely to look for variables that begin so. */
const FAMILIES = ['DISCORD_', 'SLACK_', 'WHETSTONE_'];

/** A name further away than this is another name, not a slip. */
const MAX_SLIPS = 2;

/** Among shorter names, such as PORT and PATH, two letters make another word. */
const MIN_LENGTH = 8;

/** A warning for each variable that is none of ours but looks meant for us. */
export function strayWarnings(names: readonly string[]): readonly string[] {
  return names.filter((name) => !isOurs(name)).flatMap((name) => warning(name) ?? []);
}

const isOurs = (name: string): boolean => (VARIABLES as readonly string[]).includes(name);

/** What a setting was called in an earlier version. */
const RENAMED: ReadonlyMap<string, string> = new Map([['ROLES', 'WHETSTONE_ROLES']]);

function warning(name: string): string | undefined {
  const newName = RENAMED.get(name);
  if (newName !== undefined) return `${name} is not a setting any more: write ${newName}`;
  const meant = slipOf(name);
  if (meant !== undefined) return `${name} is not a setting: is ${meant} meant?`;
  const family = FAMILIES.find((prefix) => name.startsWith(prefix));
  if (family === undefined) return undefined;
  const known = VARIABLES.filter((variable) => variable.startsWith(family));
  return `${name} is not a setting: known are ${known.join(', ')}`;
}

function slipOf(name: string): string | undefined {
  if (name.length < MIN_LENGTH) return undefined;
  const shouted = name.toUpperCase();
  const meant = closest(shouted, VARIABLES);
  return distance(shouted, meant) <= MAX_SLIPS ? meant : undefined;
}
