import { storable } from './answer-text.ts';

/** A letter, a digit, a mark of punctuation or a sign: something to see. */
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/**
 * A name as boards and reveals can bear it: on one line, so that it cannot pass for lines of its own,
 * and with something to see, so that what stands under it cannot pass for another person's. A name
 * without that gives way to the platform's id.
 */
export function memberName(given: string, id: string): string {
  const name = storable(given)
    .replaceAll(/[\s\u0085]+/g, ' ')
    .trim();
  return VISIBLE.test(name) ? name : id;
}
