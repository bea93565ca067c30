// @ts-check

/**
 * @param {'offline' | 'failed' | 'nothing-open' | 'others-by-form'} name
 * @param {boolean} shown
 */
export function showBanner(name, shown) {
  const banner = document.querySelector(`[data-banner='${name}']`);
  if (banner instanceof HTMLElement) banner.hidden = !shown;
}
