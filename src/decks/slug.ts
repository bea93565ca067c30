import slugify from '@sindresorhus/slugify';
import { LIMITS } from './limits.ts';

/** A slug for a text in any script, cut between words; undefined where nothing of it is left. */
export function slugOf(text: string): string | undefined {
  const slug = slugify(text.slice(0, 200), { decamelize: false })
    .replace(/^[^a-z]+/, '')
    .replace(/[^a-z0-9-]/g, '');
  const cut = slug.length <= LIMITS.id ? slug : slug.slice(0, LIMITS.id + 1).replace(/-[^-]*$/, '');
  return cut.slice(0, LIMITS.id).replace(/-+$/, '') || undefined;
}
