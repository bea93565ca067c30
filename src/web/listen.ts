import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, isIPv6 } from 'node:net';
import { WebError } from './error.ts';

/** Requests in hand are cut off after this long; a whole shutdown may take twice as long. */
const DRAIN_MS = 5_000;

/** Every address there is, and the one of them by which this machine reaches itself. */
const WILDCARDS: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

/**
 * Starts to listen; resolves to an address that this machine can open, as a URL.
 *
 * @throws {WebError} with the setting to change.
 */
export async function listen(server: Server, host: string, port: number): Promise<string> {
  try {
    const listening = once(server, 'listening');
    server.listen(port, host);
    await listening;
  } catch (error) {
    throw explain(error, host, port);
  }
  const bound = server.address() as AddressInfo;
  const reached = WILDCARDS[host] ?? host;
  return `http://${isIPv6(reached) ? `[${reached}]` : reached}:${bound.port}`;
}

/**
 * Whether it could listen there, seen before anything that takes long.
 * @throws {WebError} with the setting to change.
 */
export async function requireFree(host: string, port: number): Promise<void> {
  const probe = createServer();
  await listen(probe, host, port);
  await drain(probe);
}

/** Takes no more requests, and resolves when those in hand are answered. */
export async function drain(server: Server, timeoutMs = DRAIN_MS): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  const cut = setTimeout(() => server.closeAllConnections(), timeoutMs);
  await closed;
  clearTimeout(cut);
}

function explain(cause: unknown, host: string, port: number): WebError {
  const code = (cause as NodeJS.ErrnoException).code;
  if (code === 'EADDRINUSE') {
    const message = `Port ${port} on ${host} is taken. Set PORT to another, or to 0 for any free one.`;
    return new WebError('port-taken', message, { cause });
  }
  const message = `Cannot listen on ${host}, port ${port} (${code}). Set HOST and PORT to others.`;
  return new WebError('address-unusable', message, { cause });
}
