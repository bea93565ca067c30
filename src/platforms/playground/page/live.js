// @ts-check
import { showBanner } from './banner.js';
import { hide, show, showAll } from './messages.js';
import { address, channel } from './server.js';

/** @typedef {import('./messages.js').MessageView} MessageView */

const RETRY_MS = 1000;

/** Shows what happens as it happens. After a lost connection, all that was missed comes first. */
export function watchLive() {
  connect();
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) connect();
  });
}

function connect() {
  const events = new EventSource(address('events', { channel }));
  events.addEventListener('open', () => showBanner('offline', false));
  events.addEventListener('all', (event) => showAll(/** @type {MessageView[]} */ (read(event))));
  events.addEventListener('changed', (event) => showNews(/** @type {MessageView} */ (read(event))));
  events.addEventListener('removed', (event) => hide(/** @type {MessageView} */ (read(event)).id));
  events.addEventListener('error', () => {
    showBanner('offline', true);
    // The browser tries again by itself only while nobody has refused it.
    if (events.readyState === EventSource.CLOSED) setTimeout(connect, RETRY_MS);
  });
  // A page that is left drops its connection without a word about it.
  addEventListener('pagehide', () => events.close(), { once: true });
}

/**
 * @param {MessageEvent<unknown>} event
 * @returns {unknown}
 */
const read = ({ data }) => JSON.parse(String(data));

/**
 * A reveal is read from its beginning, though lists keep to their end.
 *
 * @param {MessageView} view
 */
function showNews(view) {
  const isNew = document.getElementById(`m${view.id}`) === null;
  const element = show(view);
  if (isNew && element.querySelector("[data-tone='reveal']")) {
    element.scrollIntoView({ block: 'start' });
  }
}
