import { once } from 'node:events';
import { get as httpGet, type IncomingMessage } from 'node:http';
import { get as httpsGet } from 'node:https';
import { isIP } from 'node:net';
import { isPrivate, PrivateAddressError, publicLookup } from './private-addresses.ts';

export interface FetchLimits {
  readonly maxBytes: number;
  readonly timeMs: number;
  /** For tests, whose servers are on this machine and speak plain HTTP. */
  readonly allowPrivate?: true;
}

export type Fetched =
  | {
      readonly ok: true;
      readonly bytes: Buffer;
      /** Where it was found in the end. */
      readonly url: URL;
      readonly type: string;
    }
  | { readonly ok: false; readonly why: string };

const MOST_REDIRECTS = 5;

/** What stands at an address, over HTTPS and from the public network alone, each redirect looked at anew. */
export async function fetchBytes(address: URL, limits: FetchLimits): Promise<Fetched> {
  const signal = AbortSignal.timeout(limits.timeMs);
  try {
    let url = address;
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      const response = await request(url, signal, limits);
      const next = redirectOf(response, url);
      if (!next) return await receive(response, url, limits.maxBytes);
      response.destroy();
      url = next;
    }
    return { ok: false, why: `it redirects more than ${MOST_REDIRECTS} times` };
  } catch (error) {
    if (error instanceof PrivateAddressError) return { ok: false, why: error.message };
    const why = signal.aborted ? 'it took too long' : reasonOf(error);
    return { ok: false, why: `it cannot be fetched: ${why}` };
  }
}

async function request(
  url: URL,
  signal: AbortSignal,
  { allowPrivate }: FetchLimits,
): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!allowPrivate) {
    if (url.protocol !== 'https:') throw new Error('only https:// addresses are fetched');
    if (isIP(host) && isPrivate(host)) throw new PrivateAddressError(`${host} is not public`);
  }
  const get = url.protocol === 'https:' ? httpsGet : httpGet;
  const headers = { 'user-agent': 'Whetstone', accept: '*/*' };
  const guard = allowPrivate ? {} : { lookup: publicLookup };
  const [response] = (await once(
    get(url, { signal, headers, agent: false, ...guard }),
    'response',
  )) as [IncomingMessage];
  return response;
}

function redirectOf({ statusCode = 0, headers }: IncomingMessage, from: URL): URL | undefined {
  const isRedirect = [301, 302, 303, 307, 308].includes(statusCode);
  return isRedirect && headers.location ? new URL(headers.location, from) : undefined;
}

async function receive(response: IncomingMessage, url: URL, maxBytes: number): Promise<Fetched> {
  const { statusCode, headers } = response;
  if (statusCode !== 200) {
    response.destroy();
    return { ok: false, why: `it cannot be fetched: the server says ${statusCode}` };
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > maxBytes) return { ok: false, why: `it has more than ${maxBytes} bytes` };
    chunks.push(bytes);
  }
  return { ok: true, bytes: Buffer.concat(chunks), url, type: headers['content-type'] ?? '' };
}

const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);
