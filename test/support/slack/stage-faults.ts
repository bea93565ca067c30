import type { Faults } from '../stage.ts';
import type { Delivery } from './delivery.ts';
import type { PendingFaults } from './faults.ts';
import { BOT, BOT_TOKEN, type World } from './world.ts';

/** The ways to make this loopback misbehave, as every stage has them. */
export function stageFaults(
  world: World,
  pending: PendingFaults,
  delivery: Delivery,
  emit: (inner: Readonly<Record<string, unknown>>) => Promise<void>,
): Faults {
  return {
    failPosts: (count) => void (pending.failPosts = count),
    swallowPostAnswers: (count) => void (pending.swallowPostAnswers = count),
    rateLimit: (count, seconds) => void (pending.rateLimit = { count, seconds }),
    allowPosting: (id, allowed) => {
      const channel = world.channels.get(id);
      if (channel) channel.botIsMember = allowed;
    },
    deleteChannel: (channel) => {
      world.channels.delete(channel);
      void emit({ type: 'channel_deleted', channel });
    },
    removeBot: () => {
      world.tokenFaults.set(BOT_TOKEN, 'account_inactive');
      void emit({ type: 'tokens_revoked', tokens: { oauth: [], bot: [BOT.user] } });
      void emit({ type: 'app_uninstalled' });
    },
    refuseDirect: (person) => void world.closedDirect.add(person),
    dropConnection: () => delivery.dropConnections(),
    deliverTwice: (on) => delivery.deliverTwice(on),
  };
}
