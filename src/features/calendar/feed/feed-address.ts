import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FeedSite } from '../../../delivery/context.ts';

/** In characters of base64url: 132 of the 256 bits of SHA-256, which nobody can guess. */
const SIGNATURE_LENGTH = 22;

function signatureOf(secret: string, trackId: number): string {
  const hmac = createHmac('sha256', secret).update(`feed of track ${trackId}`);
  return hmac.digest('base64url').slice(0, SIGNATURE_LENGTH);
}

/** The address of a track's feed. Whoever has it may see when the track asks. */
export function feedAddress({ url, secret }: FeedSite, trackId: number): string {
  return `${url.replace(/\/+$/, '')}/calendar/${trackId}/${signatureOf(secret, trackId)}.ics`;
}

/** Takes the same time for every wrong signature of the right length, however much of it is right. */
export function isFeedSignature({ secret }: FeedSite, trackId: number, given: string): boolean {
  const [own, other] = [Buffer.from(signatureOf(secret, trackId)), Buffer.from(given)];
  return own.length === other.length && timingSafeEqual(own, other);
}
