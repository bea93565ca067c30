import { Refusal } from './refusal.ts';

/** Misbehaviour still to come; each counts down. */
export interface PendingFaults {
  failPosts: number;
  swallowPostAnswers: number;
  rateLimit: { count: number; seconds: number };
}

export const noFaults = (): PendingFaults => ({
  failPosts: 0,
  swallowPostAnswers: 0,
  rateLimit: { count: 0, seconds: 0 },
});

/** 429 with `Retry-After`. */
export class RateLimited extends Refusal {
  readonly seconds: number;

  constructor(seconds: number) {
    super('ratelimited');
    this.seconds = seconds;
  }
}

/** A 5xx; nothing was done. */
export class ServerTrouble extends Refusal {
  constructor() {
    super('internal_error');
  }
}

export function throwPending(pending: PendingFaults, method: string): void {
  if (pending.rateLimit.count > 0) {
    pending.rateLimit.count--;
    throw new RateLimited(pending.rateLimit.seconds);
  }
  if (method === 'chat.postMessage' && pending.failPosts > 0) {
    pending.failPosts--;
    throw new ServerTrouble();
  }
}

export function takeSwallowed(pending: PendingFaults, method: string): boolean {
  if (method !== 'chat.postMessage' || pending.swallowPostAnswers === 0) return false;
  pending.swallowPostAnswers--;
  return true;
}
