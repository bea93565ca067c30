// @ts-check
import { bring, wasAskedFor } from './scrolling.js';

const REVEAL = "[data-tone='reveal']";

/**
 * Whoever looks at a thread reads its newest reveal from the beginning, though lists keep to their end.
 *
 * @param {Element | null | undefined} thread
 */
export function startAtReveal(thread) {
  const reveal = [...(thread?.querySelectorAll(REVEAL) ?? [])].at(-1);
  reveal?.closest('li')?.scrollIntoView({ block: 'start' });
}

/**
 * A reveal that comes to a thread that is not open is news in the channel: the question leads there.
 *
 * @param {Element} element
 * @param {Element} question
 * @param {import('./scrolling.js').Place | undefined} place in the channel
 */
export function pointToReveal(element, question, place) {
  if (!element.querySelector(REVEAL) || element.checkVisibility()) return;
  if (wasAskedFor(element) || place?.follows) bring(question);
}

/** The thread that can be seen, if one can. */
export const openThread = () =>
  [...document.querySelectorAll('.thread')].find((thread) => thread.checkVisibility());
