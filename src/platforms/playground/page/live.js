// @ts-check
import { showBanner } from './banner.js';
import { hide, show, showAll } from './messages.js';
import { address, channel } from './server.js';

const RETRY_MS = 1000;

/** Shows what happens as it happens. After a lost connection, all that was missed comes first. */
export function watchLive() {
  const events = new EventSource(address('events', { channel }));
  events.addEventListener('open', () => showBanner('offline', false));
  events.addEventListener('all', ({ data }) => showAll(JSON.parse(data)));
  events.addEventListener('changed', ({ data }) => showNews(JSON.parse(data)));
  events.addEventListener('removed', ({ data }) => hide(JSON.parse(data).id));
  events.addEventListener('error', () => {
    showBanner('offline', true);
    // The browser tries again by itself only while nobody has refused it.
    if (events.readyState === EventSource.CLOSED) setTimeout(watchLive, RETRY_MS);
  });
  // A page that is left drops its connection without a word about it.
  addEventListener('pagehide', () => events.close());
}

/**
 * A reveal is read from its beginning, though lists keep to their end.
 *
 * @param {import('./messages.js').MessageView} view
 */
function showNews(view) {
  const isNew = document.getElementById(`m${view.id}`) === null;
  const element = show(view);
  const card = element.querySelector("[data-tone='reveal']");
  if (isNew && card) element.scrollIntoView({ block: 'start' });
}
