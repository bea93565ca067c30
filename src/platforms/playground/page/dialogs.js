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
  const send = async () => {
    const fields = [...new FormData(form)];
    const values = Object.fromEntries(fields.filter(([, value]) => typeof value === 'string'));
    const files = fields.flatMap(([id, value]) =>
      value instanceof File && value.name !== '' ? [{ id, file: value }] : [],
    );
    const answer = await gesture('send', { handle, values }, files);
    return () => take(answer);
  };
  open(dialog, { from, place: `form ${form.dataset.draft}`, send });
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
  const send = async () => {
    await ask('PUT', `messages/${message.dataset.id}`, { text: text.value });
  };
  open(dialog, { from: message, place: `edit ${message.dataset.id}`, send });
  refuseBlank(text);
}

/**
 * @typedef {object} Use of a dialog
 * @property {HTMLElement | undefined} from the message that has the focus once it is closed
 * @property {string} place where its draft is kept
 * @property {() => Promise<void | (() => void)>} send returns what there is to do once it is closed
 */

/**
 * Shows a dialog until it is closed. It stays open, with what was written in it, until the server has
 * taken it; and what was left in it with Escape is there when it is opened again.
 *
 * @param {HTMLDialogElement} dialog
 * @param {Use} use
 */
function open(dialog, { from, place, send }) {
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
