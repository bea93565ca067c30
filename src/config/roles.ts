/** What a bot's process may do; every one does all of it where the operator says nothing else. */
export const BOT_ROLES = [
  /** Keeps the connections over which platforms tell what people do. */
  'gateway',
  /** Wakes by the schedule and does the jobs: asks, reveals, tells. */
  'worker',
  /** Serves what comes over HTTP: the playground, Slack's requests, health and metrics. */
  'web',
] as const;

export type BotRole = (typeof BOT_ROLES)[number];

export const isBotRole = (name: string): name is BotRole =>
  (BOT_ROLES as readonly string[]).includes(name);

/** The names in a list as people write it: with commas, spaces, or both. */
export const namesIn = (list: string): readonly string[] =>
  list.split(/[\s,]+/).filter((name) => name !== '');
