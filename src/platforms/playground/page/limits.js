// @ts-check

/** Says why a box takes no more, as soon as it is full: a browser itself only stops. */
export function watchLimits() {
  document.addEventListener('input', ({ target }) => showLimit(target));
}

/** @param {EventTarget | Element | RadioNodeList | null} box */
export function showLimit(box) {
  if (!(box instanceof HTMLTextAreaElement || box instanceof HTMLInputElement)) return;
  const note = box.closest('.composer, .field')?.querySelector('.limit');
  if (!(note instanceof HTMLElement)) return;
  const isFull = box.maxLength >= 0 && box.value.length >= box.maxLength;
  note.textContent = isFull ? (note.dataset.why ?? '') : '';
}
