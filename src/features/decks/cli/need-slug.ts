import { slugOf } from '../../../decks/slug.ts';
import { OperatorError } from '../../shared/cli/output.ts';

/** @throws {OperatorError} with a slug that is near, where this is none; `option` says where it was written. */
export function needSlug(written: string, option?: string): void {
  const slug = slugOf(written);
  if (slug === written) return;
  const where = option === undefined ? '' : `${option} `;
  const advice = slug === undefined ? '' : ` Try ${slug}.`;
  throw new OperatorError(
    `${where}“${written}” is not a slug: lower-case letters, digits and hyphens.${advice}`,
  );
}
