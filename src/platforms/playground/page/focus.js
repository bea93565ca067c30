// @ts-check

/** @param {ParentNode} item */
const controlsIn = (item) => [...item.querySelectorAll('a, button')];

/**
 * Changes a message, or takes it away, under the focus: from a control that goes it moves to the next
 * one that can be used, or else to a neighbour. It never falls off the page.
 *
 * @param {Element} item
 * @param {() => void} change
 */
export function holdFocus(item, change) {
  const focused = document.activeElement;
  if (!focused || !item.contains(focused)) return change();
  const place = controlsIn(item).indexOf(focused);
  const list = item.closest('.scroll');
  const neighbour = item.nextElementSibling ?? item.previousElementSibling;
  change();
  if (isUsable(focused)) return;
  focusOn(item.isConnected ? nearest(item, place) : (neighbour?.querySelector('.message') ?? list));
}

/**
 * After something that lay over the page: back to the message from which it was opened, where the
 * browser has not found the way.
 *
 * @param {HTMLElement | undefined} message
 */
export function focusOnMessage(message) {
  const isLost = document.activeElement === null || document.activeElement === document.body;
  if (!isLost) return;
  const standing = message?.isConnected ? message.querySelector('.message') : null;
  focusOn(standing ?? document.getElementById('channel'));
}

/** @param {Element | null} element */
export function focusOn(element) {
  if (element instanceof HTMLElement) element.focus({ preventScroll: true });
}

/**
 * The first usable control from a place on, or the last before it, or the message itself.
 *
 * @param {Element} item
 * @param {number} place
 */
function nearest(item, place) {
  const controls = controlsIn(item);
  const after = controls.slice(Math.max(place, 0)).find(isUsable);
  return after ?? controls.findLast(isUsable) ?? item.querySelector('.message');
}

/** @param {Element} control */
const isUsable = (control) => control.isConnected && !control.matches(':disabled');
