// @ts-check

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
 * Brings a message that has just come into view if it is a reveal: itself, or, where its thread is
 * not open, the question, which leads there.
 *
 * @param {Element} element
 * @param {number | null} thread
 */
export function pointToReveal(element, thread) {
  if (!element.querySelector(REVEAL)) return;
  if (element.checkVisibility()) element.scrollIntoView({ block: 'start' });
  else document.getElementById(`m${thread}`)?.scrollIntoView({ block: 'nearest' });
}

/** The thread that can be seen, if one can. */
export const openThread = () =>
  [...document.querySelectorAll('.thread')].find((thread) => thread.checkVisibility());
