import type { IncomingHttpHeaders } from 'node:http';
import { isValidSlackRequest } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import { SIGNATURE_AGE_SECONDS } from './limits.ts';

/** `taken`: Slack signed it, and so it did the copy of it that came before. */
type Verdict = 'good' | 'taken' | 'forged';

export interface SignatureCheck {
  /** False where a header is missing, malformed or stale, so that no body can make it genuine. */
  readonly mayBeGenuine: (headers: IncomingHttpHeaders) => boolean;
  readonly judge: (headers: IncomingHttpHeaders, body: string) => Verdict;
  /** A request that came to nothing may come again as it was. */
  readonly forget: (headers: IncomingHttpHeaders) => void;
}

/** More signed requests than a busy workspace sends in ten minutes. */
const REMEMBERED = 20_000;

/** Judges requests by Slack's signature, which is good for five minutes around its date, and once. */
export function createSignatureCheck(signingSecret: string, now: () => Date): SignatureCheck {
  const seen = new LRUCache<string, true>({
    max: REMEMBERED,
    // A request may be dated this far ahead, and is good for as long after that.
    ttl: 2 * SIGNATURE_AGE_SECONDS * 1000,
    ttlResolution: 0,
    perf: { now: () => now().getTime() },
  });
  return {
    mayBeGenuine: (headers) => isWellFormed(headers) && isInTime(headers, now()),
    judge: (headers, body) => {
      if (!isInTime(headers, now())) return 'forged';
      if (!isGenuine(signingSecret, { headers, body }, now())) return 'forged';
      const signature = signatureOf(headers);
      if (seen.has(signature)) return 'taken';
      seen.set(signature, true);
      return 'good';
    },
    forget: (headers) => void seen.delete(signatureOf(headers)),
  };
}

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

function isGenuine(signingSecret: string, { headers, body }: Received, at: Date): boolean {
  const signed = {
    'x-slack-signature': signatureOf(headers),
    'x-slack-request-timestamp': timestampOf(headers),
  };
  const nowMilliseconds = at.getTime();
  return isValidSlackRequest({ signingSecret, body, headers: signed, nowMilliseconds });
}

function isWellFormed(headers: IncomingHttpHeaders): boolean {
  const isTimestamp = /^\d{1,12}$/.test(String(headers['x-slack-request-timestamp']));
  return isTimestamp && /^v0=[0-9a-f]{64}$/.test(signatureOf(headers));
}

/** The library refuses stale requests only. */
function isInTime(headers: IncomingHttpHeaders, at: Date): boolean {
  return Math.abs(timestampOf(headers) - at.getTime() / 1000) <= SIGNATURE_AGE_SECONDS;
}

function timestampOf(headers: IncomingHttpHeaders): number {
  return Number(headers['x-slack-request-timestamp']);
}

function signatureOf(headers: IncomingHttpHeaders): string {
  return String(headers['x-slack-signature'] ?? '');
}
