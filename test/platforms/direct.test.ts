import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Message, message } from '../../src/chat/message.ts';
import { type Platform, PlatformError } from '../../src/chat/platform.ts';
import type { Person, Stage } from '../support/stage.ts';
import { STAGES } from '../support/stages.ts';

const card = (text: string): Message => message([{ type: 'text', text: [text] }]);

/** Where people may refuse what a bot writes to them; on the playground they cannot. */
const ELSEWHERE = STAGES.filter(({ name }) => name !== 'playground');

describe.each(ELSEWHERE)('a private message on $name', ({ open }) => {
  let stage: Stage;
  let platform: Platform;
  let ann: Person;
  let bob: Person;

  beforeAll(async () => {
    stage = await open(() => new Date('2026-11-23T09:00:00Z'));
    platform = stage.platform();
    ann = stage.person('Ann');
    bob = stage.person('Bob');
  });

  afterAll(async () => {
    await platform.stop();
    await stage.close();
  });

  /** What the outcome was: posted, nowhere to post, or the fault the post met. */
  const direct = async (member: string, text: string): Promise<string> => {
    try {
      const place = await platform.openDirect(stage.workspace, member);
      if (!place) return 'unreachable';
      await platform.post(place, card(text), `key-${text}`);
      return 'posted';
    } catch (error) {
      if (error instanceof PlatformError) return error.fault.code;
      throw error;
    }
  };

  it('reaches one member, and nobody else, outside of any channel', async () => {
    expect(await direct(ann.id, 'for Ann')).toBe('posted');
    expect(await direct(ann.id, 'again')).toBe('posted');
    expect(ann.told().map(({ text }) => text)).toEqual(['for Ann', 'again']);
    expect(bob.told()).toEqual([]);
    expect(stage.channelMessages()).toEqual([]);
  });

  it('is found again by its key', async () => {
    const since = new Date('2026-11-23T08:00:00Z');
    const place = await platform.openDirect(stage.workspace, ann.id);
    expect(await platform.find(place!, 'key-again', since)).toMatchObject(place!);
    expect(await platform.find(place!, 'key-never', since)).toBeUndefined();
  });

  it('that someone does not take is refused for good', async () => {
    stage.faults.refuseDirect(bob.id);
    expect(['unreachable', 'direct-closed']).toContain(await direct(bob.id, 'for Bob'));
    expect(bob.told()).toEqual([]);
    expect(stage.refusals()).toEqual([]);
  });

  it('has no place for someone who is not there', async () => {
    expect(await direct('900000000000000001', 'for nobody')).toBe('unreachable');
  });

  it('that the platform is too busy for is a fault, and may be tried again', async () => {
    stage.faults.rateLimit(1, 30);
    expect(await direct(ann.id, 'later')).toBe('busy');
    expect(await direct(ann.id, 'later')).toBe('posted');
  });
});
