import { PlatformError } from '../../chat/platform.ts';
import { isOwnError } from '../shared/own-error.ts';

/**
 * One attempt at something in the store. Where it fails, nobody can say whether it was done: the
 * connection may have broken after the commit.
 */
export async function attempt<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof PlatformError || isOwnError(error)) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    throw new PlatformError({ code: 'in-doubt' }, detail, { cause: error });
  }
}
