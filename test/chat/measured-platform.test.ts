import { expect, test } from 'vitest';
import { measured, type MeasuredCall } from '../../src/chat/measured-platform.ts';
import type { MessageRef } from '../../src/chat/place.ts';
import { type Platform, PlatformError } from '../../src/chat/platform.ts';

const REF: MessageRef = { workspace: 'w', channel: 'c', message: 'm' };

/** A platform on which each call takes two seconds and ends as told. */
function slowPlatform(end: () => MessageRef = () => REF) {
  let seconds = 0;
  const calls: unknown[][] = [];
  const act = (...args: unknown[]) => {
    calls.push(args);
    seconds += 2;
    return Promise.resolve().then(end);
  };
  const nothing = (...args: unknown[]) => act(...args).then(() => undefined);
  const list = (...args: unknown[]) => act(...args).then(() => []);
  const platform: Platform = {
    ...{
      name: 'slack',
      readsThreads: true,
      tellsPrivately: true,
      files: { largest: 1, inReplies: false },
      state: () => ({ status: 'ready' }),
    },
    ...{ start: nothing, stop: nothing, paginate: (message) => [message] },
    ...{ post: act, find: act, edit: nothing, acknowledge: nothing },
    openThread: (...args) => act(...args).then((thread) => ({ thread, isNew: true })),
    ...{ unmark: nothing, tell: nothing, openDirect: act },
    ...{ checkPlace: nothing, missingPermissions: list, threadHistory: list },
    ...{ mayManage: nothing, findPerson: nothing, creatorOf: nothing },
    ...{ groups: list, mayNotify: () => act().then(() => true) },
    isInGroup: () => act().then(() => true),
  };
  return { platform, calls, now: () => seconds * 1000 };
}

function watch(end?: () => MessageRef) {
  const seen: MeasuredCall[] = [];
  const { platform, calls, now } = slowPlatform(end);
  return { seen, calls, platform: measured(platform, now, (call) => seen.push(call)) };
}

const message = { blocks: [] };
const since = new Date(0);

test('every outbound call is measured and passed on as it is', async () => {
  const { seen, calls, platform } = watch();
  expect(await platform.post(REF, message, 'key')).toBe(REF);
  expect(await platform.find(REF, 'key', since)).toBe(REF);
  await platform.edit(REF, message);
  expect(await platform.openThread(REF, 'title')).toEqual({ thread: REF, isNew: true });
  await platform.acknowledge(REF, 'late');
  await platform.unmark(REF, 'late');
  await platform.tell(REF, { member: 'member', message, key: 'key' });
  expect(await platform.openDirect('w', 'member')).toBe(REF);
  expect(await platform.missingPermissions(REF)).toEqual([]);
  expect(await platform.mayManage('w', 'member')).toBeUndefined();
  expect(await platform.findPerson('w', 'member')).toBeUndefined();
  expect(await platform.isInGroup('w', 'group', 'member')).toBe(true);
  expect(await platform.groups('w')).toEqual([]);
  expect(await platform.mayNotify(REF, 'group')).toBe(true);
  expect(await platform.creatorOf(REF)).toBeUndefined();
  expect(await platform.threadHistory(REF, since)).toEqual([]);
  const names =
    'post find edit openThread acknowledge unmark tell openDirect missingPermissions mayManage findPerson isInGroup groups mayNotify creatorOf threadHistory';
  expect(seen).toEqual(
    names.split(' ').map((call) => ({ platform: 'slack', call, outcome: 'ok', seconds: 2 })),
  );
  expect(calls[0]).toEqual([REF, message, 'key']);
  expect(calls[6]).toEqual([REF, { member: 'member', message, key: 'key' }]);
});

test('what the platform refuses is told by its code, and refused to the caller too', async () => {
  const refusal = new PlatformError({ code: 'busy', retryAfter: 1 }, 'slow down');
  const { seen, platform } = watch(() => {
    throw refusal;
  });
  await expect(platform.post(REF, message, 'key')).rejects.toBe(refusal);
  expect(seen).toEqual([{ platform: 'slack', call: 'post', outcome: 'busy', seconds: 2 }]);
});

test('a fault of our own is told apart', async () => {
  const { seen, platform } = watch(() => {
    throw new TypeError('a slip');
  });
  await expect(platform.edit(REF, message)).rejects.toThrow('a slip');
  expect(seen).toMatchObject([{ call: 'edit', outcome: 'error' }]);
});

test('what does not reach out is passed on unmeasured', async () => {
  const { seen, platform } = watch();
  await platform.start({ commands: [], handlers: {} as never });
  expect(platform.paginate(message)).toEqual([message]);
  expect(platform.state()).toEqual({ status: 'ready' });
  expect(platform).toMatchObject({ name: 'slack', readsThreads: true });
  await platform.stop();
  expect(seen).toEqual([]);
});
