// @ts-check

const CONTROLS = '.messages :is(button, a.thread-link)';
const LONGEST = 60;

/**
 * Gives controls that read alike names of their own for assistive technology: each with the beginning of its
 * message, and a number where that is alike too. One that is alone keeps its short name.
 */
export function nameApart() {
  const controls = [...document.querySelectorAll(CONTROLS)];
  const byText = Map.groupBy(controls, (control) => control.textContent);
  for (const [text, alike] of byText) {
    /** @type {Map<string, number>} */
    const taken = new Map();
    for (const control of alike) {
      if (alike.length === 1) control.removeAttribute('aria-label');
      else control.setAttribute('aria-label', counted(`${text}: ${contextOf(control)}`, taken));
    }
  }
}

/**
 * @param {string} name
 * @param {Map<string, number>} taken
 */
function counted(name, taken) {
  const count = (taken.get(name) ?? 0) + 1;
  taken.set(name, count);
  return count === 1 ? name : `${name} (${count})`;
}

/** @param {Element} control */
function contextOf(control) {
  const body = control.closest('li[data-id]')?.querySelector('.body');
  const first = body?.querySelector('h2, h3, p')?.textContent ?? '';
  return first.trim().slice(0, LONGEST);
}
