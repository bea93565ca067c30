import slugify from '@sindresorhus/slugify';
import { DECK_LIMITS } from './limits.ts';

/** A slug for a text in any script, cut between words; undefined where nothing of it is left. */
export function slugOf(text: string): string | undefined {
  const slug = slugify(text.slice(0, 200), { decamelize: false })
    .replace(/^[^a-z]+/, '')
    .replace(/[^a-z0-9-]/g, '');
  const cut =
    slug.length <= DECK_LIMITS.id ? slug : slug.slice(0, DECK_LIMITS.id + 1).replace(/-[^-]*$/, '');
  return cut.slice(0, DECK_LIMITS.id).replace(/-+$/, '') || undefined;
}
