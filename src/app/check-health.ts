import type { Platform } from '../chat/platform.ts';
import { findReadOnly } from '../db/writable.ts';
import type { Context } from '../delivery/context.ts';
import type { Health, PartHealth } from '../web/health.ts';

/** Whether the database and each platform can do their work, with the reason where not. */
export async function checkHealth(
  context: Pick<Context, 'db' | 'clock'>,
  platforms: Iterable<Pick<Platform, 'name' | 'state'>>,
): Promise<Health> {
  const parts: Record<string, PartHealth> = { database: await databaseHealth(context) };
  for (const platform of platforms) {
    const state = platform.state();
    const reason = state.status === 'down' ? state.reason : state.status;
    parts[platform.name] = state.status === 'ready' ? { ready: true } : { ready: false, reason };
  }
  return parts;
}

async function databaseHealth({ db, clock }: Pick<Context, 'db' | 'clock'>): Promise<PartHealth> {
  try {
    await clock.now(db);
    const reason = await findReadOnly(db);
    return reason === undefined ? { ready: true } : { ready: false, reason };
  } catch (error) {
    return { ready: false, reason: error instanceof Error ? error.message : String(error) };
  }
}
