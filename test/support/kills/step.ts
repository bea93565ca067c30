import type { Chunk } from '../proxy.ts';

/**
 * What the bot changes by this chunk, or asks of the platform, such as `insert into rounds` or
 * `POST /chat.postMessage`; what one statement changes in several tables, with commas between them.
 * Undefined for what only reads: a bot killed there is a bot killed before the next thing it changes.
 */
export function stepOf({ bytes, greeting }: Chunk): string | undefined {
  const text = bytes.toString('latin1');
  const [, method, path] = REQUEST.exec(text) ?? [];
  if (method && path) return `${method} ${route(path)}`;
  // The queue looks for work all the time; what counts is that a job is done.
  if (greeting.includes('whetstone-jobs')) {
    return text.includes("state = 'completed'") ? 'complete a job' : undefined;
  }
  const changes = [...statementIn(bytes).replaceAll('"', '').matchAll(CHANGE)];
  return changes.length > 0
    ? changes.map(([change]) => change.toLowerCase()).join(', ')
    : undefined;
}

const REQUEST = /^(GET|POST|PUT|PATCH|DELETE) (\S+) HTTP/;

/** Locks count, since they fall with the session. The queue writes its statements in capitals. */
const CHANGE =
  /\b(commit|rollback|insert into [\w.]+|delete from \w+|update \w+ set|pg_\w*advisory\w*)/gi;

/** `/channels/1/messages/2` is the same step wherever it is. */
function route(path: string): string {
  return (path.split('?')[0] ?? '')
    .replace(/^\/api(\/v10)?/, '')
    .replace(/\/(callbacks|webhooks|interactions)\/.*/, '/$1/…')
    .replace(/\d{5,}/g, '…');
}

/** The text of a simple or an extended query, which ends with a NUL; what follows is its payload. */
function statementIn(bytes: Buffer): string {
  const [type] = bytes;
  // The name of an extended query stands before its text.
  const [first = '', second = ''] = bytes.toString('latin1', 5).split('\0');
  if (type === 0x51) return first;
  return type === 0x50 ? second : '';
}
