// @ts-check
import { keepLine, restoreLine, sendLine, textOf } from './sending.js';
import { goBack } from './skips.js';
import { chosen, close, isOpen, move, pick, suggest } from './suggestions.js';

/** Everything that is written into the channel or a thread, commands among it. */
export function watchComposers() {
  for (const form of document.querySelectorAll('form.composer')) {
    if (form instanceof HTMLFormElement) restoreLine(form);
  }
  document.addEventListener('input', ({ target }) => {
    const form = composerOf(target);
    if (form) onTyped(form);
  });
  document.addEventListener('keydown', onKey);
  document.addEventListener('focusout', ({ target }) => {
    const form = composerOf(target);
    if (form) close(form);
  });
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null;
    const form = button?.matches('[data-send]') ? composerOf(button) : undefined;
    if (form) say(form);
    const line = button?.dataset.try;
    if (line !== undefined) tryOut(line);
  });
}

/** @param {HTMLFormElement} form */
function onTyped(form) {
  keepLine(form);
  void suggest(form, textOf(form));
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  const form = composerOf(event.target);
  if (!form || event.isComposing) return;
  const handled = isOpen(form) ? onKeyInList(form, event.key) : false;
  if (event.key === 'Escape' && !handled) return void goBack(form);
  const sends =
    event.key === 'Enter' && !event.shiftKey && !handled && event.target === textOf(form);
  if (sends) say(form);
  if (handled || sends) event.preventDefault();
}

/**
 * @param {HTMLFormElement} form
 * @param {string} key
 */
function onKeyInList(form, key) {
  switch (key) {
    case 'ArrowDown':
      return move(form, 1);
    case 'ArrowUp':
      return move(form, -1);
    case 'Escape':
      return close(form);
    case 'Tab':
      return pick(form, textOf(form), chosen(form) ?? 0);
    case 'Enter': {
      const place = chosen(form);
      return place === undefined ? false : pick(form, textOf(form), place);
    }
    default:
      return false;
  }
}

/** @param {HTMLFormElement} form */
function say(form) {
  close(form);
  void sendLine(form);
}

/**
 * Puts a command into the channel's line and goes on from there.
 *
 * @param {string} text
 */
function tryOut(text) {
  const panel = document.getElementById('panel');
  if (panel?.matches(':popover-open')) panel.hidePopover();
  const area = document.getElementById('say');
  if (!(area instanceof HTMLTextAreaElement) || !area.form) return;
  area.value = text;
  area.focus();
  onTyped(area.form);
}

/** @param {EventTarget | null} target */
function composerOf(target) {
  const form = target instanceof Element ? target.closest('form.composer') : null;
  return form instanceof HTMLFormElement ? form : undefined;
}
