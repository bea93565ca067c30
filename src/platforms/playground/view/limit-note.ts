import type { Element } from 'hast';
import { h } from 'hastscript';
import type { PlaygroundWords } from '../words/index.ts';
import type { Onlooker } from './onlooker.ts';

/** How much a box takes, and what is said when that much is in it. */
export interface Limit {
  readonly most: number;
  readonly why: string;
}

/** Names that are alike in every language. */
export const LOOK_TITLES = { whetstone: 'Whetstone', discord: 'Discord', slack: 'Slack' } as const;

/** Of a message, on the platform that the page is shown as. */
export function messageLimit(
  { look, lookName }: Onlooker,
  words: PlaygroundWords,
): Limit | undefined {
  if (!look || !lookName) return undefined;
  const most = look.longestMessage;
  return { most, why: words.longestMessage({ platform: LOOK_TITLES[lookName], most }) };
}

/** Stands after a box that takes only so much: empty, so that what the script puts there is read out. */
export const limitNote = (why: string): Element => h('p.limit', { role: 'status', dataWhy: why });
