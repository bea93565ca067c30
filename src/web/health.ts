import { setTimeout as sleep } from 'node:timers/promises';
import { Hono } from 'hono';

/** Whether a part can do its work; `reason` tells the operator what to do. */
export type PartHealth =
  { readonly ready: true } | { readonly ready: false; readonly reason: string };

/** The parts by name: the database, each platform. */
export type Health = Readonly<Record<string, PartHealth>>;

/** A balancer gives up on a look sooner than a query on a dead database does. */
const LOOK_TIMEOUT_MS = 5_000;

/**
 * `/healthz`: the process lives. `/readyz`: it can do its work, or 503 with the parts that cannot.
 * A look that fails or takes too long is an answer too: not ready.
 */
export function healthRoutes(look: () => Promise<Health>, timeoutMs = LOOK_TIMEOUT_MS): Hono {
  return new Hono()
    .get('/healthz', (context) => context.text('ok'))
    .get('/readyz', async (context) => {
      const parts = await Promise.race([attempt(look), timeout(timeoutMs)]);
      const ready = Object.values(parts).every((part) => part.ready);
      return context.json({ ready, parts }, ready ? 200 : 503);
    });
}

async function attempt(look: () => Promise<Health>): Promise<Health> {
  try {
    return await look();
  } catch (error) {
    return notReady(error instanceof Error ? error.message : String(error));
  }
}

async function timeout(ms: number): Promise<Health> {
  await sleep(ms, undefined, { ref: false });
  return notReady(`no answer within ${ms / 1000} s`);
}

const notReady = (reason: string): Health => ({ look: { ready: false, reason } });
