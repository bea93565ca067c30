import { once } from 'node:events';
import { get as httpGet, type IncomingMessage } from 'node:http';
import { get as httpsGet } from 'node:https';
import { isIP } from 'node:net';
import { isPrivate, lookupOf, PrivateAddressError } from './private-addresses.ts';

export interface FetchLimits {
  readonly maxBytes: number;
  readonly timeMs: number;
  /** For tests, whose servers speak plain HTTP: which addresses of this machine count as public. */
  readonly allowPrivate?: (address: string) => boolean;
}

/** Why nothing was fetched. */
export type FetchFault =
  /** No HTTPS, or an address of this machine or its network. */
  'not-https' | 'not-public' | 'too-large' | 'too-slow' | 'redirects' | 'refused' | 'unreachable';

/** What fetches: {@link fetchBytes}, or in tests the same with servers of their own. */
export type FetchPublic = typeof fetchBytes;

export type Fetched =
  | {
      readonly ok: true;
      readonly bytes: Buffer;
      /** Where it was found in the end. */
      readonly url: URL;
      readonly type: string;
    }
  /** `why` in English. */
  | { readonly ok: false; readonly fault: FetchFault; readonly why: string };

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
    const why = `it redirects more than ${MOST_REDIRECTS} times`;
    return { ok: false, fault: 'redirects', why };
  } catch (error) {
    return failureOf(error, signal.aborted);
  }
}

async function request(
  url: URL,
  signal: AbortSignal,
  { allowPrivate }: FetchLimits,
): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isBarred = (one: string) => isPrivate(one) && !allowPrivate?.(one);
  if (!allowPrivate && url.protocol !== 'https:') throw new PlainHttpError();
  if (isIP(host) && isBarred(host)) throw new PrivateAddressError(`${host} is not public`);
  const get = url.protocol === 'https:' ? httpsGet : httpGet;
  const headers = { 'user-agent': 'Whetstone', accept: '*/*' };
  const [response] = (await once(
    get(url, { signal, headers, agent: false, lookup: lookupOf(isBarred) }),
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
    const why = `it cannot be fetched: the server says ${statusCode}`;
    return { ok: false, fault: 'refused', why };
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > maxBytes) {
      return { ok: false, fault: 'too-large', why: `it has more than ${maxBytes} bytes` };
    }
    chunks.push(bytes);
  }
  return { ok: true, bytes: Buffer.concat(chunks), url, type: headers['content-type'] ?? '' };
}

/** Not everybody on the way is to read or change what is fetched. */
class PlainHttpError extends Error {
  override readonly name = 'PlainHttpError';
}

function failureOf(error: unknown, isLate: boolean): Extract<Fetched, { ok: false }> {
  if (error instanceof PrivateAddressError) {
    return { ok: false, fault: 'not-public', why: error.message };
  }
  if (error instanceof PlainHttpError) {
    return { ok: false, fault: 'not-https', why: 'only https:// addresses are fetched' };
  }
  const [fault, why] = isLate
    ? (['too-slow', 'it took too long'] as const)
    : (['unreachable', reasonOf(error)] as const);
  return { ok: false, fault, why: `it cannot be fetched: ${why}` };
}

const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);
