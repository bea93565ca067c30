import { InvalidArgumentError } from 'commander';
import { isRowId } from '../../../db/row-id.ts';

/** A track's number as it is typed. */
export function trackNumber(written: string): number {
  const number = Number(written);
  if (isRowId(number)) return number;
  throw new InvalidArgumentError('A track is named by its number; see: track list');
}
