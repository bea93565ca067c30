// @ts-check
import { focusOn, holdFocus } from './focus.js';
import { nameApart } from './names.js';
import { patch } from './patch.js';
import { placeIn, settle, settleChanged } from './scrolling.js';
import { refreshTimes } from './times.js';

/**
 * @typedef {{
 *   id: number,
 *   thread: number | null,
 *   version: string,
 *   html: string,
 *   threadHtml?: string,
 * }} MessageView
 */

const QUESTION_WITH_THREAD = ".channel [data-tone='question'] .thread-link";

/**
 * Shows a message as it is now: in its place if it is new, and only what is new of it if it stands there
 * already. Answers its element, whether or not anything had to change.
 *
 * @param {MessageView} view
 */
export function show(view) {
  if (view.threadHtml !== undefined) ensureThread(view.id, view.threadHtml);
  const standing = document.getElementById(`m${view.id}`);
  if (standing?.dataset.version === view.version) return standing;
  const element = parse(view.html);
  refreshTimes(element);
  const place = placeIn(listOf(view)?.closest('.scroll'));
  if (standing) holdFocus(standing, () => patch(standing, element));
  else insert(element, view);
  settle(place, standing ? undefined : element);
  if (standing) settleChanged(standing);
  showWhatIsOpen();
  return standing ?? element;
}

/**
 * Shows exactly these messages.
 *
 * @param {readonly MessageView[]} views
 */
export function showAll(views) {
  const ids = new Set(views.map(({ id }) => `m${id}`));
  for (const element of document.querySelectorAll('.messages > li')) {
    if (!ids.has(element.id)) takeAway(element);
  }
  for (const view of views) show(view);
  showWhatIsOpen();
}

/** @param {number} id */
export function hide(id) {
  const element = document.getElementById(`m${id}`);
  if (element) takeAway(element);
  document.getElementById(`thread-${id}`)?.remove();
  showWhatIsOpen();
}

/** @param {Element} element */
const takeAway = (element) => holdFocus(element, () => element.remove());

/**
 * Only while a question is open is there a deadline to bring on, and someone to answer it. What came or went
 * may also be what told others apart.
 */
export function showWhatIsOpen() {
  nameApart();
  const open = document.querySelector(QUESTION_WITH_THREAD) !== null;
  for (const name of ['deadline', 'others']) {
    const button = document.querySelector(`[data-clock='${name}']`);
    if (button instanceof HTMLButtonElement) enable(button, open);
  }
}

/**
 * From a control of the clock that can no longer be used, the focus goes on to the one that can.
 *
 * @param {HTMLButtonElement} button
 * @param {boolean} enabled
 */
function enable(button, enabled) {
  const isLeft = !enabled && document.activeElement === button;
  button.disabled = !enabled;
  if (isLeft) focusOn(document.querySelector("[data-clock='next']"));
}

/**
 * The one place where text from the server becomes elements. The server builds it from a tree, in
 * which people's words are text and nothing else.
 *
 * @param {string} html
 * @returns {HTMLElement}
 */
export function parse(html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  const element = template.content.firstElementChild;
  if (!(element instanceof HTMLElement)) throw new Error('no element');
  return element;
}

/**
 * @param {number} id
 * @param {string} html
 */
function ensureThread(id, html) {
  if (document.getElementById(`thread-${id}`)) return;
  const newer = [...document.querySelectorAll('.thread')].find(
    (thread) => thread instanceof HTMLElement && Number(thread.dataset.root) > id,
  );
  document.getElementById('threads')?.insertBefore(parse(html), newer ?? null);
}

/**
 * @param {HTMLElement} element
 * @param {MessageView} view
 */
function insert(element, view) {
  const { id } = view;
  const list = listOf(view);
  const newer = [...(list?.children ?? [])].find(
    (each) => each instanceof HTMLElement && Number(each.dataset.id) > id,
  );
  list?.insertBefore(element, newer ?? null);
}

/** @param {MessageView} view */
const listOf = ({ thread }) => document.querySelector(`[data-messages='${thread ?? 'channel'}']`);
