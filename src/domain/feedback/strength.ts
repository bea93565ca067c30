import { groupsOf, type Term } from './term.ts';

const SAME = 1;
const SAME_BEGINNING = 0.8;
const SLIP = 0.8;
const LIKE_MEANING = 0.6;

/** Words with this many first letters in common are taken for one word: stemming joins no derivations. */
export const BEGINNING = 5;

/** How well a rubric's term is met by one of an answer, from 0 to 1. */
export function strengthOf(term: Term, other: Term): number {
  if (term.stem === other.stem) return SAME;
  if (term.kind === 'number' && other.kind === 'number') {
    return equalNumbers(term.stem, other.stem) ? SAME : 0;
  }
  if (term.kind !== 'word' || other.kind !== 'word') return 0;
  if (beginAlike(term.stem, other.stem)) return SAME_BEGINNING;
  if (isSlip(term.stem, other.stem)) return SLIP;
  return groupsOf(term).some((group) => groupsOf(other).includes(group)) ? LIKE_MEANING : 0;
}

/** Of two rounded numbers the shorter says how exactly they are compared: 0.39 is 0.3906. */
function equalNumbers(a: string, b: string): boolean {
  const decimals = Math.min(decimalsOf(a), decimalsOf(b));
  if (decimals >= 2) return Number(a).toFixed(decimals) === Number(b).toFixed(decimals);
  return Number(a) === Number(b);
}

const decimalsOf = (number: string): number => number.split('.')[1]?.length ?? 0;

function beginAlike(a: string, b: string): boolean {
  const long = a.length > BEGINNING && b.length > BEGINNING;
  return long && a.slice(0, BEGINNING) === b.slice(0, BEGINNING);
}

/** One letter changed, left out, added, or swapped with its neighbour; the first letter is seldom missed. */
function isSlip(a: string, b: string): boolean {
  if (a.length < BEGINNING || b.length < BEGINNING || a[0] !== b[0]) return false;
  const shorter = Math.min(a.length, b.length);
  let front = 0;
  while (front < shorter && a[front] === b[front]) front++;
  let back = 0;
  while (back < shorter - front && a.at(-1 - back) === b.at(-1 - back)) back++;
  const changed = Math.max(a.length, b.length) - front - back;
  if (changed <= 1) return true;
  const swapped = a[front] === b[front + 1] && a[front + 1] === b[front];
  return changed === 2 && a.length === b.length && swapped;
}
