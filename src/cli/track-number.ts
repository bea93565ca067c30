import { InvalidArgumentError } from 'commander';

/** A track's number as it is typed. */
export function trackNumber(written: string): number {
  const number = Number(written);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new InvalidArgumentError('A track is named by its number; see: track list');
}
