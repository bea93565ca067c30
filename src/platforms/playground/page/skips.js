// @ts-check
import { focusOn } from './focus.js';
import { openThread } from './reveals.js';

/** From where the focus came into a message box. @type {WeakMap<HTMLFormElement, Element>} */
const origins = new WeakMap();

/** Links that lead past every message to a place to write; the address, and what is open, stays. */
export function watchSkips() {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[data-skip]') : null;
    if (!(link instanceof HTMLElement)) return;
    event.preventDefault();
    const box = link.dataset.skip === 'channel' ? boxIn(document) : boxIn(openThread());
    focusOn(box ?? boxIn(document));
  });
  document.addEventListener('focusin', ({ target, relatedTarget }) => {
    const form = target instanceof Element ? target.closest('form.composer') : null;
    if (!(form instanceof HTMLFormElement) || !(relatedTarget instanceof Element)) return;
    if (!form.contains(relatedTarget)) origins.set(form, relatedTarget);
  });
}

/**
 * Leaves a message box for where the focus came from, or, where that is gone or was a skip link, for the
 * messages above.
 *
 * @param {HTMLFormElement} form
 */
export function goBack(form) {
  const origin = origins.get(form);
  const stands = origin?.checkVisibility() && !origin.matches('a.skip, :disabled');
  focusOn((stands ? origin : null) ?? form.parentElement?.querySelector('.scroll') ?? null);
}

/** @param {ParentNode | undefined} within */
const boxIn = (within) => within?.querySelector('form.composer textarea') ?? null;
