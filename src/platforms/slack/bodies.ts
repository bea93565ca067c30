import type { IncomingMessage } from 'node:http';
import { HTTPModuleFunctions } from '@slack/bolt';

type Buffered = Awaited<ReturnType<typeof HTTPModuleFunctions.bufferIncomingMessage>>;

/** A body, or the status to refuse its request with. */
export type ReadBody = Buffered | number;

export interface BodyLimits {
  /** The longest body; a longer one is refused unread. */
  readonly bytes: number;
  /** How many are read at a time. */
  readonly atOnce: number;
  readonly timeoutMs: number;
}

/**
 * Reads the bodies of requests whose sender is not known yet, so it bounds what they cost: their size,
 * their time and their number. Slack sends a body at once, so where one comes too many, it is the one
 * that has been under way for longest that gives way.
 */
export function createBodyReader({ bytes, atOnce, timeoutMs }: BodyLimits) {
  const inHand = new Set<AbortController>();
  return async (request: IncomingMessage): Promise<ReadBody> => {
    if (inHand.size >= atOnce) [...inHand][0]?.abort(503);
    const given = new AbortController();
    inHand.add(given);
    const timer = setTimeout(() => given.abort(408), timeoutMs);
    try {
      return await Promise.race([read(request, bytes), gaveUp(given.signal)]);
    } finally {
      clearTimeout(timer);
      inHand.delete(given);
    }
  };
}

function gaveUp(signal: AbortSignal): Promise<number> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(Number(signal.reason)));
  });
}

async function read(request: IncomingMessage, limit: number): Promise<ReadBody> {
  try {
    return await HTTPModuleFunctions.bufferIncomingMessage(request, limit);
  } catch (error) {
    if (HTTPModuleFunctions.isRawBodyError(error)) return error.statusCode;
    throw error;
  }
}
