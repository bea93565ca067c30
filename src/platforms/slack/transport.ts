import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Receiver } from '@slack/bolt';
import type { PlatformState } from '../../chat/platform.ts';

/** How events reach us: over a socket we hold open, or as requests to our web server. */
export interface Transport {
  /** What Bolt is given. */
  readonly receiver: Receiver;
  /**
   * Delivers from now on, and reports every change of state. Resolves when events flow for the first
   * time, or when `signal` aborts.
   */
  open(signal: AbortSignal, report: (state: PlatformState) => void): Promise<void>;
  /** Resolves when nothing more is delivered; the signal has been aborted before. */
  closed(): Promise<void>;
  /** Only HTTP has one. */
  readonly handler?: (request: IncomingMessage, response: ServerResponse) => void;
}
