// @ts-check
import { address, channel, json } from './server.js';

/** @typedef {{ insert: string, label: string, detail: string }} Item */
/** @typedef {{ from: number, items: Item[] }} Completions */

/** With the line they are for. @type {WeakMap<HTMLFormElement, Completions & { line: string }>} */
const offered = new WeakMap();

/**
 * Offers what a command may go on with. An answer that the typing has overtaken is dropped.
 *
 * @param {HTMLFormElement} form
 * @param {HTMLTextAreaElement} area
 */
export async function suggest(form, area) {
  const line = area.value;
  mark(form, undefined);
  if (!line.startsWith('/')) return void close(form);
  const response = await fetch(address('completions', { channel, line }));
  if (!response.ok || area.value !== line || document.activeElement !== area) return;
  const completions = /** @type {Completions} */ (await json(response));
  if (area.value !== line) return;
  offered.set(form, { ...completions, line });
  const list = listOf(form);
  const options = completions.items.map((item, place) =>
    option(item, `${list.id}-${place}`, () => pick(form, area, place)),
  );
  list.replaceChildren(...options);
  list.hidden = completions.items.length === 0;
}

/** @param {HTMLFormElement} form */
export const isOpen = (form) => !listOf(form).hidden;

/** @param {HTMLFormElement} form */
export function close(form) {
  listOf(form).hidden = true;
  mark(form, undefined);
  return true;
}

/**
 * The place of the option that the arrow keys are on.
 *
 * @param {HTMLFormElement} form
 */
export function chosen(form) {
  const place = [...listOf(form).children].findIndex((each) => each.ariaSelected === 'true');
  return place === -1 ? undefined : place;
}

/**
 * @param {HTMLFormElement} form
 * @param {1 | -1} step
 */
export function move(form, step) {
  const count = listOf(form).children.length;
  const from = chosen(form) ?? (step === 1 ? -1 : count);
  mark(form, (from + step + count) % count);
  return true;
}

/**
 * Takes what is offered at a place. Whoever types faster than the server answers gets the first of
 * what is offered for all they have typed.
 *
 * @param {HTMLFormElement} form
 * @param {HTMLTextAreaElement} area
 * @param {number} place
 */
export function pick(form, area, place) {
  if (offered.get(form)?.line === area.value) return take(form, area, place);
  void suggest(form, area).then(() => {
    if (offered.get(form)?.line === area.value) take(form, area, 0);
  });
  return true;
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLTextAreaElement} area
 * @param {number} place
 */
function take(form, area, place) {
  const { from = 0, items = [] } = offered.get(form) ?? {};
  const item = items[place];
  if (!item) return false;
  area.value = area.value.slice(0, from) + item.insert;
  close(form);
  void suggest(form, area);
  return true;
}

/**
 * @param {Item} item
 * @param {string} id
 * @param {() => void} onClick
 */
function option({ label, detail }, id, onClick) {
  const element = document.createElement('li');
  element.role = 'option';
  element.id = id;
  element.ariaSelected = 'false';
  element.append(span('label', label), span('detail', detail));
  // The line keeps the focus.
  element.addEventListener('mousedown', (event) => event.preventDefault());
  element.addEventListener('click', onClick);
  return element;
}

/**
 * @param {string} className
 * @param {string} text
 */
function span(className, text) {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
}

/**
 * @param {HTMLFormElement} form
 * @param {number | undefined} place
 */
function mark(form, place) {
  const area = form.querySelector('textarea');
  const options = [...listOf(form).children];
  for (const [each, element] of options.entries()) element.ariaSelected = String(each === place);
  const active = place === undefined ? undefined : options[place];
  if (active) area?.setAttribute('aria-activedescendant', active.id);
  else area?.removeAttribute('aria-activedescendant');
  active?.scrollIntoView({ block: 'nearest' });
}

/** @param {HTMLFormElement} form */
function listOf(form) {
  return /** @type {HTMLElement} */ (form.querySelector('.suggestions'));
}
