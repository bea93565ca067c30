// @ts-check
import { draftOf, keepDraft } from './drafts.js';
import { take } from './gestures.js';
import { showLimit } from './limits.js';
import { busily, channel, gesture } from './server.js';

/** The lines of each form that the server has not taken yet, in their order. */
/** @type {WeakMap<HTMLFormElement, string[]>} */
const queues = new WeakMap();

/**
 * Sends the line, after those that are on their way. The form is free at once; what does not go
 * through comes back to it, and all that waited behind.
 *
 * @param {HTMLFormElement} form
 */
export async function sendLine(form) {
  const area = textOf(form);
  const text = area.value;
  if (text.trim() === '') return;
  const queue = queueOf(form);
  queue.push(text);
  area.value = '';
  if (queue.length > 1) return keepLine(form);
  await busily(form.querySelector('button'), () => sendAll(form, queue));
}

/**
 * @param {HTMLFormElement} form
 * @param {string[]} queue
 */
async function sendAll(form, queue) {
  const thread = form.dataset.thread && { thread: Number(form.dataset.thread) };
  try {
    for (let text = queue[0]; text !== undefined; text = queue[0]) {
      keepLine(form);
      const answer = await gesture('say', { channel, text, ...thread });
      queue.shift();
      keepLine(form);
      take(answer);
    }
  } catch (error) {
    const area = textOf(form);
    area.value = joined([...queue.splice(0), area.value]);
    keepLine(form);
    throw error;
  }
}

/**
 * Keeps what the form holds and what it has not got rid of.
 *
 * @param {HTMLFormElement} form
 */
export function keepLine(form) {
  keepDraft(placeOf(form), joined([...queueOf(form), textOf(form).value]));
  showLimit(textOf(form));
}

/** @param {HTMLFormElement} form */
export function restoreLine(form) {
  textOf(form).value ||= draftOf(placeOf(form));
  showLimit(textOf(form));
}

/** @param {HTMLFormElement} form */
export function textOf(form) {
  return /** @type {HTMLTextAreaElement} */ (form.elements.namedItem('text'));
}

/** @param {HTMLFormElement} form */
function queueOf(form) {
  const queue = queues.get(form) ?? [];
  queues.set(form, queue);
  return queue;
}

/** @param {readonly string[]} lines */
const joined = (lines) => lines.filter((line) => line !== '').join('\n');

/** @param {HTMLFormElement} form */
const placeOf = ({ dataset }) => (dataset.thread ? `thread ${dataset.thread}` : 'channel');
