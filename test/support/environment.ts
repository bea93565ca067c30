import { join } from 'node:path';
import { VARIABLES } from '../../src/config/variables.ts';

/** The project's folder. */
export const PROJECT = join(import.meta.dirname, '../..');

/**
 * The environment of a process that has these settings and no others. A developer's own `.env` fills
 * up what is not set; empty counts as set, and as nothing.
 */
export function settingsAlone(settings: Readonly<Record<string, string>>): Record<string, string> {
  return { ...Object.fromEntries(VARIABLES.map((name) => [name, ''])), ...settings };
}
