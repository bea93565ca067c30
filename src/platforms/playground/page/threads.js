// @ts-check

/** The address says which thread is open; the focus follows it in and out. */
export function watchThreads() {
  addEventListener('hashchange', ({ oldURL }) => {
    const opened = threadOf(location.hash);
    if (opened) focusOn(opened.querySelector('.scroll'));
    else focusOn(document.querySelector(`.thread-link[href='${new URL(oldURL).hash}']`));
  });
}

/** @param {string} hash */
function threadOf(hash) {
  return hash.startsWith('#thread-') ? document.getElementById(hash.slice(1)) : null;
}

/** @param {Element | null} element */
function focusOn(element) {
  if (element instanceof HTMLElement) element.focus({ preventScroll: true });
}
