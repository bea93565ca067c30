import type { Chunk } from '../proxy.ts';

/** What the bot asks for in this chunk, such as `insert into rounds` or `POST /chat.postMessage`. */
export function stepOf({ bytes, greeting }: Chunk): string | undefined {
  const text = bytes.toString('latin1');
  const [, method, path] = REQUEST.exec(text) ?? [];
  if (method && path) return `${method} ${route(path)}`;
  // The queue looks for work all the time; what counts is that a job is done.
  if (greeting.includes('whetstone-jobs')) {
    return text.includes("state = 'completed'") ? 'complete a job' : undefined;
  }
  return isStatement(bytes) ? statement(text.toLowerCase().replaceAll('"', '')) : undefined;
}

const REQUEST = /^(GET|POST|PUT|PATCH|DELETE) (\S+) HTTP/;

/** `/channels/1/messages/2` is the same step wherever it is. */
function route(path: string): string {
  return (path.split('?')[0] ?? '').replace(/\d{5,}/g, '…').replace(/^\/api(\/v10)?/, '');
}

/** A simple or an extended query; what follows one is its payload. */
function isStatement([type]: Buffer): boolean {
  return type === 0x51 || type === 0x50;
}

function statement(text: string): string {
  const [written] = /\b(begin|commit|rollback|insert into \S+|delete from \S+)/.exec(text) ?? [];
  if (written) return written;
  const [, table] = /\bfrom (\w+)/.exec(text) ?? [];
  if (text.includes('skip locked')) return `claim ${table}`;
  const [other] = /\b(update \w+ set|select pg_\w+|select clock_timestamp)/.exec(text) ?? [];
  return other ?? `read ${table ?? 'something'}`;
}
