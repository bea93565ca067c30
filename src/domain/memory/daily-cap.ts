/** How many questions a member wants to review a day. */
export const DEFAULT_CAP = 10;
const LEAST_CAP = 1;
const MOST_CAP = 100;

export interface CapFault {
  readonly code: 'cap-out-of-range';
  readonly given: number;
  readonly least: number;
  readonly most: number;
}

/** What is wrong with a daily cap; undefined where nothing is. */
export function capFault(given: number): CapFault | undefined {
  const fits = Number.isInteger(given) && given >= LEAST_CAP && given <= MOST_CAP;
  return fits ? undefined : { code: 'cap-out-of-range', given, least: LEAST_CAP, most: MOST_CAP };
}
