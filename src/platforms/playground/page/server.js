// @ts-check
import { showBanner } from './banner.js';

/** Who the visitor is and where; the page bears it from its first answer on. */
export const member = document.body.dataset.as ?? '';
export const channel = document.body.dataset.channel ?? '';

/** What this page is in and shown as. Another tab may have chosen another language since, for all that come later. */
const { lang: language } = document.documentElement;
const { look = 'whetstone' } = document.documentElement.dataset;

/** The newest message that stood when the page was made. */
export const newest = document.body.dataset.newest ?? '0';

/**
 * The address of something the server offers to this visitor.
 *
 * @param {string} path
 * @param {Record<string, string>} [query]
 */
export function address(path, query = {}) {
  return `/api/${path}?${new URLSearchParams({ as: member, language, look, ...query }).toString()}`;
}

/**
 * What a gesture brings: a form to fill in, or a message to look at.
 *
 * @typedef {{ type: 'form', html: string }
 *   | { type: 'message', message: import('./messages.js').MessageView }} Answer
 */

/**
 * Tells the server of a gesture. Rejects where nothing came of it.
 *
 * @param {'say' | 'press' | 'send'} path
 * @param {object} body
 * @param {readonly SentFile[]} [files]
 * @returns {Promise<Answer>}
 */
export async function gesture(path, body, files = []) {
  const response = await request('POST', path, files.length > 0 ? withFiles(body, files) : body);
  return /** @type {Answer} */ (await json(response));
}

/** @typedef {{ readonly id: string, readonly file: File }} SentFile in a form's field */

/**
 * @param {object} body
 * @param {readonly SentFile[]} files
 */
function withFiles(body, files) {
  const form = new FormData();
  form.set('sent', JSON.stringify(body));
  for (const { id, file } of files) form.set(id, file);
  return form;
}

/**
 * @param {Response} response
 * @returns {Promise<unknown>}
 */
export const json = (response) => response.json();

/**
 * Asks the server for something to be done. Rejects where it was not.
 *
 * @param {'POST' | 'PUT' | 'DELETE'} method
 * @param {string} path
 * @param {object} [body]
 */
export async function ask(method, path, body) {
  await request(method, path, body);
}

/**
 * @param {string} method
 * @param {string} path
 * @param {object} [body]
 */
async function request(method, path, body) {
  const response = await fetch(address(path), {
    method,
    ...(body && sent(body)),
  });
  if (!response.ok) throw new Refused(response.status);
  return response;
}

/**
 * The browser itself says of a form with files what it is.
 *
 * @param {object} body
 */
function sent(body) {
  if (body instanceof FormData) return { body };
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

/** The server has said no. */
class Refused extends Error {
  /** @param {number} status */
  constructor(status) {
    super(`refused: ${status}`);
    this.name = 'Refused';
    this.status = status;
  }
}

/** What one gesture brought is over with the next. @type {readonly ('failed' | 'nothing-open' | 'others-by-form')[]} */
const PASSING = ['failed', 'nothing-open', 'others-by-form'];

/**
 * Does something while its button shows that it is busy; what fails is said in a banner.
 *
 * @param {HTMLButtonElement | null | undefined} button
 * @param {() => Promise<void>} work
 */
export async function busily(button, work) {
  if (button?.ariaBusy === 'true') return;
  button?.setAttribute('aria-busy', 'true');
  for (const banner of PASSING) showBanner(banner, false);
  try {
    await work();
  } catch (error) {
    showBanner(error instanceof Refused && error.status === 409 ? 'nothing-open' : 'failed', true);
  } finally {
    button?.removeAttribute('aria-busy');
  }
}
