// @ts-check
import { relativeTime } from './relative-time.js';

const MINUTE = 60_000;

/** @param {ParentNode} root */
export function refreshTimes(root) {
  for (const element of root.querySelectorAll('time[data-relative]')) {
    const at = new Date(element.getAttribute('datetime') ?? '');
    const text = relativeTime(at, new Date(), document.documentElement.lang);
    if (element.textContent !== text) element.textContent = text;
  }
}

/** Keeps "in 3 hours" true. */
export function watchClock() {
  setInterval(() => refreshTimes(document), MINUTE);
}
