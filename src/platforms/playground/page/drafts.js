// @ts-check
import { showLimit } from './limits.js';
import { member } from './server.js';

/**
 * What is typed and not sent yet, kept while this tab shows another member, another language, or
 * nothing for a moment.
 *
 * @param {string} place
 */
export const draftOf = (place) => sessionStorage.getItem(keyOf(place)) ?? '';

/**
 * @param {string} place
 * @param {string} text
 */
export function keepDraft(place, text) {
  if (text === '') return sessionStorage.removeItem(keyOf(place));
  try {
    sessionStorage.setItem(keyOf(place), text);
  } catch {
    // Longer than a tab may keep; it stays where it is typed.
  }
}

/** @param {string} place */
export const dropDraft = (place) => keepDraft(place, '');

/**
 * Fills a form with what was left in it, and keeps what is put into it from now on.
 *
 * @param {HTMLFormElement} form
 * @param {string} place
 */
export function watchDraft(form, place) {
  const left = /** @type {unknown} */ (JSON.parse(draftOf(place) || '{}'));
  const values = /** @type {Record<string, string>} */ (left);
  for (const [name, value] of Object.entries(values)) fill(form.elements.namedItem(name), value);
  form.addEventListener('input', () => {
    keepDraft(place, JSON.stringify(Object.fromEntries(new FormData(form))));
  });
}

/**
 * @param {Element | RadioNodeList | null} control
 * @param {string} value
 */
function fill(control, value) {
  // A page may not choose a person's file for them.
  if (control instanceof HTMLInputElement && control.type === 'file') return;
  if (control instanceof HTMLTextAreaElement || control instanceof HTMLInputElement) {
    control.value = value;
    showLimit(control);
  }
  if (!(control instanceof HTMLSelectElement)) return;
  const isOffered = [...control.options].some((option) => option.value === value);
  if (isOffered) control.value = value;
}

/** @param {string} place */
const keyOf = (place) => `whetstone draft: ${member}, ${place}`;
