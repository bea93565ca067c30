// @ts-check
import { focusOn } from './focus.js';
import { openThread, startAtReveal } from './reveals.js';

/** Where the link that closes a thread leads. */
const CLOSED = '#channel';

/** The address says which thread is open; the focus follows it in and out. */
export function watchThreads() {
  startAtReveal(openThread());
  // Only now is the thread open that the address named from the start.
  addEventListener('load', () => startAtReveal(openThread()));
  addEventListener('hashchange', ({ oldURL }) => {
    const opened = threadOf(location.hash);
    const left = threadOf(new URL(oldURL).hash);
    startAtReveal(openThread());
    if (opened) focusOn(opened.querySelector('.scroll'));
    else if (left && location.hash === CLOSED) {
      focusOn(document.querySelector(`.thread-link[href='#${left.id}']`));
    }
  });
}

/** @param {string} hash */
function threadOf(hash) {
  return hash.startsWith('#thread-') ? document.getElementById(hash.slice(1)) : null;
}
