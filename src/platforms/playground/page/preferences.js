// @ts-check

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Language, theme and time zone are kept in cookies, so that the server's first answer has them. */
export function watchPreferences() {
  keep('timezone', new Intl.DateTimeFormat().resolvedOptions().timeZone);
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element)) return;
    const { language, chooseTheme, chooseLook } = target.closest('button')?.dataset ?? {};
    if (language !== undefined) choose('language', language);
    if (chooseLook !== undefined) choose('look', chooseLook);
    if (chooseTheme !== undefined) showTheme(chooseTheme);
    const person = target.closest('a.person');
    // Another member looks at the same thread.
    if (person instanceof HTMLAnchorElement) person.hash = location.hash;
  });
}

/**
 * What the whole page depends on.
 *
 * @param {'language' | 'look'} name
 * @param {string} value
 */
function choose(name, value) {
  keep(name, value);
  location.reload();
}

/** @param {string} theme */
function showTheme(theme) {
  keep('theme', theme);
  document.documentElement.dataset.theme = theme;
  for (const button of document.querySelectorAll('[data-choose-theme]')) {
    if (button instanceof HTMLElement) {
      button.ariaPressed = String(button.dataset.chooseTheme === theme);
    }
  }
}

/**
 * @param {string} name
 * @param {string} value
 */
function keep(name, value) {
  const cookie = `whetstone-${name}=${encodeURIComponent(value)}`;
  document.cookie = `${cookie}; path=/; max-age=${YEAR_SECONDS}; samesite=strict`;
}
