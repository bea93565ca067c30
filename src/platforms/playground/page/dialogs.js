// @ts-check
import { dropDraft, watchDraft } from './drafts.js';
import { focusOnMessage } from './focus.js';
import { parse } from './messages.js';
import { ask, gesture } from './server.js';

/**
 * Opens a form that came from the server; it goes when it is closed.
 *
 * @param {string} html
 * @param {HTMLElement | undefined} from the message that brought it
 * @param {(answer: import('./server.js').Answer) => void} take
 */
export function openForm(html, from, take) {
  const dialog = /** @type {HTMLDialogElement} */ (parse(html));
  const form = formIn(dialog);
  const handle = /** @type {unknown} */ (JSON.parse(form.dataset.handle ?? '{}'));
  open(dialog, from, `form ${form.dataset.draft}`, async () => {
    const values = /** @type {unknown} */ (Object.fromEntries(new FormData(form)));
    const answer = await gesture('send', { handle, values });
    return () => take(answer);
  });
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
  const text = /** @type {HTMLTextAreaElement} */ (formIn(dialog).elements.namedItem('text'));
  text.value = message.querySelector('.body')?.textContent ?? '';
  text.addEventListener('input', () => refuseBlank(text));
  open(dialog, message, `edit ${message.dataset.id}`, async () => {
    await ask('PUT', `messages/${message.dataset.id}`, { text: text.value });
  });
  refuseBlank(text);
}

/**
 * Shows a dialog until it is closed. It stays open, with what was written in it, until the server has
 * taken it; and what was left in it with Escape is there when it is opened again.
 *
 * @param {HTMLDialogElement} dialog
 * @param {HTMLElement | undefined} from
 * @param {string} place where its draft is kept
 * @param {() => Promise<void | (() => void)>} send answers what there is to do once it is closed
 */
function open(dialog, from, place, send) {
  const form = formIn(dialog);
  watchDraft(form, place);
  dialog.addEventListener('close', () => {
    dialog.remove();
    focusOnMessage(from);
  });
  dialog.querySelector('[data-close]')?.addEventListener('click', () => {
    dropDraft(place);
    dialog.close();
  });
  onSend(dialog, async () => {
    const after = await send();
    dropDraft(place);
    dialog.close();
    after?.();
  });
  document.body.append(dialog);
  dialog.showModal();
  focusFirst(form);
}

/**
 * @param {HTMLDialogElement} dialog
 * @param {() => Promise<void>} send
 */
function onSend(dialog, send) {
  const failure = dialog.querySelector('.failure');
  const submit = dialog.querySelector("[type='submit']");
  dialog.addEventListener('submit', (event) => {
    event.preventDefault();
    if (submit?.ariaBusy === 'true') return;
    submit?.setAttribute('aria-busy', 'true');
    failure?.setAttribute('hidden', '');
    send()
      .catch(() => failure?.removeAttribute('hidden'))
      .finally(() => submit?.removeAttribute('aria-busy'));
  });
}

/** @param {HTMLTextAreaElement} text */
function refuseBlank(text) {
  const isBlank = text.value.trim() === '';
  text.setCustomValidity(isBlank ? (text.dataset.blank ?? '') : '');
}

/** @param {HTMLDialogElement} dialog */
const formIn = (dialog) => /** @type {HTMLFormElement} */ (dialog.querySelector('form'));

/** @param {HTMLFormElement} form */
function focusFirst(form) {
  const first = form.querySelector('input, select, textarea');
  if (first instanceof HTMLElement) first.focus();
}
