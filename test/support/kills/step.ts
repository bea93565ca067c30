import type { Chunk } from '../proxy.ts';

/**
 * What the bot changes by this chunk, or asks of the platform, such as `insert into rounds` or
 * `POST /chat.postMessage`; undefined for what only reads: a bot killed there is a bot killed before
 * the next thing it changes.
 */
export function stepOf({ bytes, greeting }: Chunk): string | undefined {
  const text = bytes.toString('latin1');
  const [, method, path] = REQUEST.exec(text) ?? [];
  if (method && path) return `${method} ${route(path)}`;
  // The queue looks for work all the time; what counts is that a job is done.
  if (greeting.includes('whetstone-jobs')) {
    return text.includes("state = 'completed'") ? 'complete a job' : undefined;
  }
  return isStatement(bytes) ? CHANGE.exec(text.replaceAll('"', ''))?.[0] : undefined;
}

const REQUEST = /^(GET|POST|PUT|PATCH|DELETE) (\S+) HTTP/;

/** Locks count, since they fall with the session. */
const CHANGE =
  /\b(commit|rollback|insert into [\w.]+|delete from \w+|update \w+ set|pg_\w*advisory\w*)/;

/** `/channels/1/messages/2` is the same step wherever it is. */
function route(path: string): string {
  return (path.split('?')[0] ?? '')
    .replace(/^\/api(\/v10)?/, '')
    .replace(/\/(callbacks|webhooks|interactions)\/.*/, '/$1/…')
    .replace(/\d{5,}/g, '…');
}

/** A simple or an extended query; what follows one is its payload. */
function isStatement([type]: Buffer): boolean {
  return type === 0x51 || type === 0x50;
}
