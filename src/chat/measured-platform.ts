import type { PlatformName } from './place.ts';
import { type OutboundCall, type Platform, PlatformError, type PlatformFault } from './platform.ts';
import { wrapped } from './wrapped-platform.ts';

/** One outbound call that has come to its end. */
export interface MeasuredCall {
  readonly platform: PlatformName;
  readonly call: OutboundCall;
  /** `error`: it failed with something else than a {@link PlatformError}. */
  readonly outcome: 'ok' | PlatformFault['code'] | 'error';
  readonly seconds: number;
}

/**
 * The same platform, with every outbound call told to `observe` when it ends.
 *
 * @param now Milliseconds on a clock that never goes back.
 */
export function measured(
  platform: Platform,
  now: () => number,
  observe: (call: MeasuredCall) => void,
): Platform {
  const measure = async <T>(call: OutboundCall, attempt: () => Promise<T>): Promise<T> => {
    const begun = now();
    const result = attempt();
    const outcome = await result.then(() => 'ok' as const, outcomeOf);
    observe({ platform: platform.name, call, outcome, seconds: (now() - begun) / 1000 });
    return result;
  };
  return wrapped(platform, {
    post: (...args) => measure('post', () => platform.post(...args)),
    find: (...args) => measure('find', () => platform.find(...args)),
    edit: (...args) => measure('edit', () => platform.edit(...args)),
    openThread: (...args) => measure('openThread', () => platform.openThread(...args)),
    acknowledge: (...args) => measure('acknowledge', () => platform.acknowledge(...args)),
    unmark: (...args) => measure('unmark', () => platform.unmark(...args)),
    tell: (...args) => measure('tell', () => platform.tell(...args)),
    openDirect: (...args) => measure('openDirect', () => platform.openDirect(...args)),
    checkPlace: (...args) => measure('checkPlace', () => platform.checkPlace(...args)),
    missingPermissions: (...args) =>
      measure('missingPermissions', () => platform.missingPermissions(...args)),
    mayManage: (...args) => measure('mayManage', () => platform.mayManage(...args)),
    findPerson: (...args) => measure('findPerson', () => platform.findPerson(...args)),
    isInGroup: (...args) => measure('isInGroup', () => platform.isInGroup(...args)),
    groups: (...args) => measure('groups', () => platform.groups(...args)),
    mayNotify: (...args) => measure('mayNotify', () => platform.mayNotify(...args)),
    creatorOf: (...args) => measure('creatorOf', () => platform.creatorOf(...args)),
    threadHistory: (...args) => measure('threadHistory', () => platform.threadHistory(...args)),
  });
}

const outcomeOf = (error: unknown) =>
  error instanceof PlatformError ? error.fault.code : ('error' as const);
