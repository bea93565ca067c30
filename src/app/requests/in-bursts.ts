import type { Outcomes } from '../../features/shared/feature.ts';

interface Waiting<Item> {
  readonly item: Item;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

/** The most that are handled together: what comes later, and what follows from a burst, waits for all of it. */
const MOST = 500;

/**
 * Handles what comes under one key one after the other. What comes while something is being handled is handled
 * together afterwards: so a single one waits for nothing, and many are taken in few steps. Each caller is
 * told what became of its own item.
 */
export function inBursts<Item>(
  handle: (items: readonly Item[]) => Promise<Outcomes>,
): (key: string, item: Item) => Promise<void> {
  const queues = new Map<string, Waiting<Item>[]>();
  const work = async (key: string, queue: Waiting<Item>[]): Promise<void> => {
    while (queue.length > 0) await settle(queue.splice(0, MOST), handle);
    queues.delete(key);
  };
  return (key, item) =>
    new Promise((resolve, reject) => {
      const waiting = { item, resolve, reject };
      const queue = queues.get(key);
      if (queue) return void queue.push(waiting);
      const own = [waiting];
      queues.set(key, own);
      void work(key, own);
    });
}

/** Never rejects. */
async function settle<Item>(
  burst: readonly Waiting<Item>[],
  handle: (items: readonly Item[]) => Promise<Outcomes>,
): Promise<void> {
  const failed = (reason: unknown): Outcomes => burst.map(() => ({ status: 'rejected', reason }));
  const outcomes = await handle(burst.map(({ item }) => item)).catch(failed);
  for (const [at, { resolve, reject }] of burst.entries()) {
    const outcome = outcomes[at];
    if (outcome?.status === 'rejected') reject(outcome.reason);
    else resolve();
  }
}
