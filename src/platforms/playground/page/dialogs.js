// @ts-check
import { parse } from './messages.js';
import { ask, gesture } from './server.js';
import { take } from './gestures.js';

/**
 * Opens a form that came from the server; it goes when it is closed.
 *
 * @param {string} html
 */
export function openForm(html) {
  const dialog = /** @type {HTMLDialogElement} */ (parse(html));
  const form = formIn(dialog);
  const handle = /** @type {unknown} */ (JSON.parse(form.dataset.handle ?? '{}'));
  dialog.addEventListener('close', () => dialog.remove());
  onSend(dialog, async () => {
    const values = /** @type {unknown} */ (Object.fromEntries(new FormData(form)));
    const answer = await gesture('send', { handle, values });
    dialog.close();
    take(answer);
  });
  document.body.append(dialog);
  dialog.showModal();
  focusFirst(form);
}

/**
 * Lets the author of a message change it.
 *
 * @param {HTMLElement} message
 */
export function openEdit(message) {
  const blank = /** @type {HTMLTemplateElement} */ (document.getElementById('edit'));
  const copy = document.importNode(blank.content, true);
  const dialog = /** @type {HTMLDialogElement} */ (copy.firstElementChild);
  const form = formIn(dialog);
  const text = /** @type {HTMLTextAreaElement} */ (form.elements.namedItem('text'));
  text.value = message.querySelector('.body')?.textContent ?? '';
  dialog.addEventListener('close', () => dialog.remove());
  onSend(dialog, async () => {
    await ask('PUT', `messages/${message.dataset.id}`, { text: text.value });
    dialog.close();
  });
  document.body.append(dialog);
  dialog.showModal();
  text.focus();
}

/**
 * The dialog stays open, with what was written in it, until the server has taken it.
 *
 * @param {HTMLDialogElement} dialog
 * @param {() => Promise<void>} send
 */
function onSend(dialog, send) {
  const failure = dialog.querySelector('.failure');
  const submit = dialog.querySelector("[type='submit']");
  dialog.querySelector('[data-close]')?.addEventListener('click', () => dialog.close());
  dialog.addEventListener('submit', (event) => {
    event.preventDefault();
    if (submit?.ariaBusy === 'true') return;
    submit?.setAttribute('aria-busy', 'true');
    send()
      .catch(() => failure?.removeAttribute('hidden'))
      .finally(() => submit?.removeAttribute('aria-busy'));
  });
}

/** @param {HTMLDialogElement} dialog */
const formIn = (dialog) => /** @type {HTMLFormElement} */ (dialog.querySelector('form'));

/** @param {HTMLFormElement} form */
function focusFirst(form) {
  const first = form.querySelector('input, select, textarea');
  if (first instanceof HTMLElement) first.focus();
}
