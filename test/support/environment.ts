import { join } from 'node:path';
import { VARIABLES } from '../../src/config/variables.ts';

/** The project's folder. */
export const PROJECT = join(import.meta.dirname, '../..');

/**
 * The environment of a process that has these settings and no others. A developer's own `.env` fills
 * up what is not set; empty counts as set, and as nothing. Node's cache of compiled sources is no setting.
 */
export function settingsAlone(settings: Readonly<Record<string, string>>): Record<string, string> {
  const { NODE_COMPILE_CACHE = '' } = process.env;
  const unset = Object.fromEntries(VARIABLES.map((name) => [name, '']));
  return { NODE_COMPILE_CACHE, ...unset, ...settings };
}
