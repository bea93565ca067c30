// @ts-check
import { showBanner } from './banner.js';
import { hide, show, showAll } from './messages.js';
import { pointToReveal } from './reveals.js';
import { placeIn } from './scrolling.js';
import { address, channel, newest } from './server.js';

/** @typedef {import('./messages.js').MessageView} MessageView */

const RETRY_MS = 1000;

/**
 * Shows what happens as it happens, while anybody can see it: browsers allow six connections to one
 * host, and each page in sight holds one. A page that comes back sees first all that was missed.
 */
export function watchLive() {
  /** @type {EventSource | undefined} */
  let events;
  const follow = () => {
    if (document.visibilityState === 'hidden') return;
    if (events && events.readyState !== EventSource.CLOSED) return;
    events = connect(() => setTimeout(follow, RETRY_MS));
  };
  // A page that is left drops its connection without a word about it.
  const leave = () => events?.close();
  document.addEventListener('visibilitychange', () =>
    document.visibilityState === 'hidden' ? leave() : follow(),
  );
  addEventListener('pagehide', leave);
  addEventListener('pageshow', follow);
  follow();
}

/** @param {() => void} onRefused */
function connect(onRefused) {
  const events = new EventSource(address('events', { channel, after: newest }));
  events.addEventListener('open', () => {
    showBanner('offline', false);
    // What failed without the server is worth another try.
    showBanner('failed', false);
  });
  events.addEventListener('all', (event) => showAll(/** @type {MessageView[]} */ (read(event))));
  events.addEventListener('changed', (event) => showNews(/** @type {MessageView} */ (read(event))));
  events.addEventListener('removed', (event) => hide(/** @type {MessageView} */ (read(event)).id));
  events.addEventListener('error', () => {
    showBanner('offline', true);
    // The browser tries again by itself only while nobody has refused it.
    if (events.readyState === EventSource.CLOSED) onRefused();
  });
  return events;
}

/**
 * @param {MessageEvent<unknown>} event
 * @returns {unknown}
 */
const read = ({ data }) => JSON.parse(String(data));

/** @param {MessageView} view */
function showNews(view) {
  const isNew = document.getElementById(`m${view.id}`) === null;
  const question = document.getElementById(`m${view.thread}`);
  const place = placeIn(question?.closest('.scroll'));
  const element = show(view);
  if (isNew && question) pointToReveal(element, question, place);
}
