// @ts-check
import { showBanner } from './banner.js';
import { openEdit, openForm } from './dialogs.js';
import { show, showWhatIsOpen } from './messages.js';
import { bring, bringChanged, expect } from './scrolling.js';
import { ask, busily, channel, gesture } from './server.js';

/** Takes every click on a button, wherever and whenever it came onto the page. */
export function watchGestures() {
  showWhatIsOpen();
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null;
    if (!button) return;
    const { action, own, clock } = button.dataset;
    if (action !== undefined) void busily(button, () => press(button, action));
    if (own === 'remove') void busily(button, () => remove(button));
    if (own === 'edit') openEdit(messageOf(button));
    if (clock !== undefined) void busily(button, () => moveClock(clock));
  });
}

/**
 * Shows what a gesture brought. Of a message that stands already, the events know better: the answer
 * may have been overtaken by them.
 *
 * @param {import('./server.js').Answer} answer
 * @param {HTMLElement} [from] the message in which the gesture was made
 */
export function take(answer, from) {
  if (answer.type === 'form') openForm(answer.html, from, (next) => take(next, from));
  else {
    const standing = document.getElementById(`m${answer.message.id}`);
    if (standing) bringChanged(standing);
    else bring(show(answer.message));
  }
}

/**
 * @param {HTMLButtonElement} button
 * @param {string} action
 */
async function press(button, action) {
  const message = messageOf(button);
  take(await gesture('press', { message: Number(message.dataset.id), action }), message);
}

/** @param {HTMLButtonElement} button */
async function remove(button) {
  await ask('DELETE', `messages/${messageOf(button).dataset.id}`);
}

/** What a move of the clock brings. @type {Readonly<Record<string, string>>} */
const BROUGHT = { next: "[data-tone='question']", deadline: "[data-tone='reveal']" };

/** @param {string} move */
async function moveClock(move) {
  expect(BROUGHT[move]);
  if (move === 'next') leaveThread();
  const panel = document.getElementById('panel');
  if (panel?.matches(':popover-open')) panel.hidePopover();
  await ask('POST', 'clock', { move, channel });
  // Where they do so unseen, the page says it.
  if (move === 'others') showBanner('others-by-form', true);
}

/** The newest thread is shown where the address names none. It names nothing here, so that the focus
 *  stays where it is. */
function leaveThread() {
  if (location.hash.startsWith('#thread-')) location.hash = '#newest';
}

/**
 * @param {Element} element
 * @returns {HTMLElement}
 */
function messageOf(element) {
  const message = element.closest('li[data-id]');
  if (!(message instanceof HTMLElement)) throw new Error('outside of a message');
  return message;
}
