import type { TimeUnit } from '../domain/duration.ts';
import type { Language } from '../domain/language.ts';

/** `8 hours`, «8 часов». */
export function unitFormat(language: Language, count: number, unit: TimeUnit): string {
  const format = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' });
  return format.format(count);
}
