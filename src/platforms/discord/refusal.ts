import { PlatformError } from '../../chat/platform.ts';

/**
 * Discord bans an address for a while that makes 10,000 invalid requests in ten minutes
 * (topics/rate-limits, "Invalid Request Limit"). A token that is refused a few times in a row is refused
 * for everything, so from then on one question a minute is enough.
 */
const IN_A_ROW = 3;
const PAUSE_MS = 60_000;

/** Whether Discord refuses the token. */
export interface TokenRefusal {
  refused(): void;
  accepted(): void;
  /** @throws {PlatformError} while asking again is pointless */
  check(): void;
}

/** @param elapsedMs A clock that only runs forward, from any moment on. */
export function createRefusal(elapsedMs: () => number): TokenRefusal {
  let inARow = 0;
  let until = -Infinity;
  return {
    refused() {
      if (++inARow >= IN_A_ROW) until = elapsedMs() + PAUSE_MS;
    },
    accepted: () => void (inARow = 0),
    check() {
      if (elapsedMs() >= until) return;
      throw new PlatformError({ code: 'unauthorized' }, 'not sent: Discord refuses the token');
    },
  };
}
