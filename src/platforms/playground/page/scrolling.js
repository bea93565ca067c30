// @ts-check
import { focusOn } from './focus.js';

/**
 * One rule for every list of messages. What is new begins in view: for whoever was at the list's end, and
 * for whoever asked for it. A reader who is anywhere else stays there, and a button tells them of it.
 */

/** So near to the end, in pixels, counts as there: the list's own margin is less. */
const NEAR_END = 48;

/** What the visitor's last move of the clock brings, as a selector. @type {string | undefined} */
let expected;

/** The message that the visitor's last gesture changes. @type {string | undefined} */
let changing;

/** The first message of a list that its reader has not been shown. @type {WeakMap<Element, Element>} */
const untold = new WeakMap();

/**
 * Where the reader of a list is.
 *
 * @typedef {{ scroller: Element, follows: boolean, anchor: Element | undefined, top: number }} Place
 */

/**
 * Taken before a change to a list.
 *
 * @param {Element | null | undefined} scroller
 * @returns {Place | undefined}
 */
export function placeIn(scroller) {
  if (!scroller?.checkVisibility()) return undefined;
  const anchor = follows(scroller) ? undefined : firstInView(scroller);
  return { scroller, follows: !anchor, anchor, top: anchor ? topOf(anchor) : 0 };
}

/**
 * After the change: the reader is where they were, or sees the beginning of what is new.
 *
 * @param {Place | undefined} place
 * @param {Element | undefined} news
 */
export function settle(place, news) {
  if (place?.anchor?.isConnected) place.scroller.scrollTop += topOf(place.anchor) - place.top;
  if (!news || !place) return;
  if (wasAskedFor(news) || place.follows) bring(news);
  else tell(place.scroller, news);
}

/**
 * Shows a message from its beginning.
 *
 * @param {Element} message
 */
export function bring(message) {
  const scroller = message.closest('.scroll');
  if (!scroller?.checkVisibility()) return;
  const isTall = message.getBoundingClientRect().height + NEAR_END > scroller.clientHeight;
  message.scrollIntoView({ block: isTall ? 'start' : 'nearest' });
  noteSeen(scroller);
}

/**
 * The next message that matches is what the visitor asked for.
 *
 * @param {string | undefined} selector
 */
export function expect(selector) {
  expected = selector;
}

/**
 * A standing message that the visitor's gesture changes: its change may come before or after the answer
 * to the gesture.
 *
 * @param {HTMLElement} message
 */
export function bringChanged(message) {
  changing = message.id;
  bring(message);
}

/** @param {Element} message */
export function settleChanged(message) {
  if (message.id !== changing) return;
  changing = undefined;
  bring(message);
}

export function watchScrolling() {
  document.addEventListener('scroll', ({ target }) => void noteScrolled(target), true);
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button[data-news]') : null;
    const scroller = button?.parentElement?.querySelector('.scroll');
    const news = scroller && untold.get(scroller);
    if (!scroller || !news) return;
    news.scrollIntoView({ block: 'start' });
    noteSeen(scroller);
    focusOn(news.querySelector('.message'));
  });
}

/**
 * Whether the visitor's last move of the clock asked for it; asked once.
 *
 * @param {Element} news
 */
export function wasAskedFor(news) {
  if (expected === undefined || !news.querySelector(expected)) return false;
  expected = undefined;
  return true;
}

/**
 * @param {Element} scroller
 * @param {Element} news
 */
function tell(scroller, news) {
  if (isBegunInView(scroller, news)) return;
  if (!untold.get(scroller)?.isConnected) untold.set(scroller, news);
  buttonOf(scroller)?.removeAttribute('hidden');
}

/** @param {EventTarget | null} target */
function noteScrolled(target) {
  if (!(target instanceof Element)) return;
  const news = untold.get(target);
  if (news && (follows(target) || isBegunInView(target, news))) noteSeen(target);
}

/** @param {Element} scroller */
function noteSeen(scroller) {
  untold.delete(scroller);
  buttonOf(scroller)?.setAttribute('hidden', '');
}

/** @param {Element} scroller */
const buttonOf = (scroller) => scroller.parentElement?.querySelector('[data-news]');

/** Lists are laid out from their end, which is 0. @param {Element} scroller */
const follows = (scroller) => Math.abs(scroller.scrollTop) <= NEAR_END;

/** @param {Element} element */
const topOf = (element) => element.getBoundingClientRect().top;

/** @param {Element} scroller */
function firstInView(scroller) {
  const { top } = scroller.getBoundingClientRect();
  const messages = [...scroller.querySelectorAll('.messages > li')];
  return messages.find((message) => message.getBoundingClientRect().bottom > top);
}

/**
 * @param {Element} scroller
 * @param {Element} message
 */
function isBegunInView(scroller, message) {
  const { top, bottom } = scroller.getBoundingClientRect();
  return topOf(message) >= top && topOf(message) + NEAR_END / 2 <= bottom;
}
