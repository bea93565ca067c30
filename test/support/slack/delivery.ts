/** What Slack sends to an app, by either way. */
export interface Envelope {
  readonly type: 'slash_commands' | 'interactive' | 'events_api';
  readonly payload: Readonly<Record<string, unknown>>;
}

/** One way of reaching the app. */
export interface Delivery {
  /** Resolves when the app has acknowledged; an envelope for an app that is away waits for it. */
  deliver(envelope: Envelope): Promise<void>;
  /** Every event is delivered a second time from now on. */
  deliverTwice(on: boolean): void;
  /** Cuts what is held open, once. */
  dropConnections(): void;
  close(): Promise<void>;
}
