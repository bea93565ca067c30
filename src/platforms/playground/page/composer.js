// @ts-check
import { take } from './gestures.js';
import { busily, channel, gesture } from './server.js';
import { chosen, close, isOpen, move, pick, suggest } from './suggestions.js';

/** Everything that is written into the channel or a thread, commands among it. */
export function watchComposers() {
  document.addEventListener('submit', (event) => {
    const form = composerOf(event.target);
    if (!form) return;
    event.preventDefault();
    void say(form);
  });
  document.addEventListener('input', ({ target }) => {
    const form = composerOf(target);
    if (form) void suggest(form, textOf(form));
  });
  document.addEventListener('keydown', onKey);
  document.addEventListener('focusout', ({ target }) => {
    const form = composerOf(target);
    if (form) close(form);
  });
  document.addEventListener('click', ({ target }) => {
    const chip = target instanceof Element ? target.closest('[data-try]') : null;
    if (chip instanceof HTMLElement) tryOut(chip.dataset.try ?? '');
  });
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  const form = composerOf(event.target);
  if (!form || event.isComposing) return;
  const handled = isOpen(form) ? onKeyInList(form, event.key) : false;
  const sends = event.key === 'Enter' && !event.shiftKey && !handled;
  if (sends) form.requestSubmit();
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

/**
 * The line is free at once; what did not go through comes back to it.
 *
 * @param {HTMLFormElement} form
 */
async function say(form) {
  const area = textOf(form);
  const text = area.value;
  if (text.trim() === '') return;
  const { thread } = form.dataset;
  area.value = '';
  close(form);
  await busily(form.querySelector('button'), async () => {
    const said = { channel, text, ...(thread && { thread: Number(thread) }) };
    try {
      take(await gesture('say', said));
    } catch (error) {
      area.value ||= text;
      throw error;
    }
  });
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
  void suggest(area.form, area);
}

/** @param {EventTarget | null} target */
function composerOf(target) {
  const form = target instanceof Element ? target.closest('form.composer') : null;
  return form instanceof HTMLFormElement ? form : undefined;
}

/** @param {HTMLFormElement} form */
function textOf(form) {
  return /** @type {HTMLTextAreaElement} */ (form.elements.namedItem('text'));
}
