/** The platforms that exist. `playground` is the local web page. */
export const PLATFORM_NAMES = ['discord', 'slack', 'playground'] as const;

export type PlatformName = (typeof PLATFORM_NAMES)[number];

/** A channel, or a thread in it, by the platform's own ids. Its text form is JSON. */
export interface Place {
  readonly workspace: string;
  readonly channel: string;
  /** Discord: the thread's channel id; Slack: the `ts` of the thread's first message. */
  readonly thread?: string;
  /** In a private message: whom it is with, where the platform has to be told. */
  readonly member?: string;
}

/** A posted message. */
export interface MessageRef extends Place {
  readonly message: string;
}
