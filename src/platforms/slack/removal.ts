import type { Logger } from 'pino';
import { persist } from '../shared/persist.ts';
import { asPlatformError } from './errors.ts';

export interface RemovalOptions {
  /** One good call with the bot's token; it rejects where Slack refuses that. */
  readonly ask: () => Promise<unknown>;
  readonly signal: AbortSignal;
  readonly onRemoved: () => Promise<void>;
  readonly onReturned: () => Promise<void>;
  readonly log: Logger;
}

/** What Slack says of the app's removal, held against what it says to the bot's token. */
export interface Removal {
  /** True while the app is removed from the workspace. */
  readonly isRemoved: () => boolean;
  /** To be told that Slack says so. */
  readonly announced: () => Promise<void>;
}

/**
 * Believes that the app was removed only where Slack refuses the bot's token too, and takes it back as
 * soon as the token is taken again.
 */
export function createRemoval({
  ask,
  signal,
  onRemoved,
  onReturned,
  log,
}: RemovalOptions): Removal {
  let removed = false;
  let looking: Promise<void> | undefined;

  async function look(): Promise<void> {
    const isGood = await persist(() => answerOf(ask), { signal, onFailure: () => undefined });
    if (isGood !== false) {
      if (isGood) log.info('Slack announced a removal, and still takes the bot token');
      return;
    }
    removed = true;
    await onRemoved();
    void wait().catch((err: unknown) => log.error({ err }, 'the return could not be handled'));
  }

  async function wait(): Promise<void> {
    const back = await persist(ask, { signal, onFailure: () => undefined });
    if (back === undefined) return;
    removed = false;
    await onReturned();
  }

  return {
    isRemoved: () => removed,
    announced: async () => {
      if (removed) return;
      looking ??= look().finally(() => (looking = undefined));
      await looking;
    },
  };
}

/** Whether Slack takes the token; rejects where it does not say. */
async function answerOf(ask: () => Promise<unknown>): Promise<boolean> {
  try {
    await ask();
    return true;
  } catch (error) {
    const { code } = asPlatformError(error).fault;
    if (code === 'unauthorized' || code === 'workspace-gone') return false;
    throw error;
  }
}
