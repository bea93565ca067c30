import { existsSync } from 'node:fs';
import path from 'node:path';

const BESIDE_THE_CHECKOUT = path.join(import.meta.dirname, '../../../shared/specs');

const FOLDER = process.env['SPECS_DIR'] || BESIDE_THE_CHECKOUT;

/** A file of the platforms' official specifications, which are not part of the repository. */
export interface Specification {
  readonly file: string;
  /** Where it is not, what it would check is checked against the known limits alone. */
  readonly isHere: boolean;
}

export function specification(name: string): Specification {
  const file = path.join(FOLDER, name);
  return { file, isHere: existsSync(file) };
}
