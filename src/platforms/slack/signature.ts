import type { IncomingHttpHeaders } from 'node:http';
import { isValidSlackRequest } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import { SIGNATURE_AGE_SECONDS } from './limits.ts';

/** True for a request that Slack signed in the last minutes and that has not been seen before. */
export type SignatureCheck = (headers: IncomingHttpHeaders, body: string) => boolean;

/** More signed requests than a busy workspace sends in five minutes. */
const REMEMBERED = 20_000;

export function createSignatureCheck(signingSecret: string, now: () => Date): SignatureCheck {
  const seen = new LRUCache<string, true>({
    max: REMEMBERED,
    // A request may be dated this far ahead, and is good for as long after that.
    ttl: 2 * SIGNATURE_AGE_SECONDS * 1000,
    ttlResolution: 0,
    perf: { now: () => now().getTime() },
  });
  return (headers, body) => {
    const signature = headers['x-slack-signature'];
    const timestamp = Number(headers['x-slack-request-timestamp']);
    if (typeof signature !== 'string' || !Number.isInteger(timestamp)) return false;
    const nowMilliseconds = now().getTime();
    // The library refuses stale requests only.
    if (timestamp > nowMilliseconds / 1000 + SIGNATURE_AGE_SECONDS) return false;
    const signed = { 'x-slack-signature': signature, 'x-slack-request-timestamp': timestamp };
    if (!isValidSlackRequest({ signingSecret, body, headers: signed, nowMilliseconds }))
      return false;
    if (seen.has(signature)) return false;
    seen.set(signature, true);
    return true;
  };
}
