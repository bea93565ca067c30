import type { Platform } from './platform.ts';

/** The same platform, but for what is done otherwise. */
export function wrapped(platform: Platform, otherwise: Partial<Platform>): Platform {
  return {
    name: platform.name,
    readsThreads: platform.readsThreads,
    tellsPrivately: platform.tellsPrivately,
    files: platform.files,
    start: (...args) => platform.start(...args),
    stop: () => platform.stop(),
    state: () => platform.state(),
    paginate: (...args) => platform.paginate(...args),
    post: (...args) => platform.post(...args),
    find: (...args) => platform.find(...args),
    edit: (...args) => platform.edit(...args),
    openThread: (...args) => platform.openThread(...args),
    acknowledge: (...args) => platform.acknowledge(...args),
    unmark: (...args) => platform.unmark(...args),
    tell: (...args) => platform.tell(...args),
    openDirect: (...args) => platform.openDirect(...args),
    checkPlace: (...args) => platform.checkPlace(...args),
    missingPermissions: (...args) => platform.missingPermissions(...args),
    mayManage: (...args) => platform.mayManage(...args),
    findPerson: (...args) => platform.findPerson(...args),
    isInGroup: (...args) => platform.isInGroup(...args),
    groups: (...args) => platform.groups(...args),
    mayNotify: (...args) => platform.mayNotify(...args),
    creatorOf: (...args) => platform.creatorOf(...args),
    threadHistory: (...args) => platform.threadHistory(...args),
    ...otherwise,
  };
}
