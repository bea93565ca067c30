import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { message, type Message } from '../../src/chat/message.ts';
import type { Platform } from '../../src/chat/platform.ts';
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

  const direct = (member: string, text: string) =>
    platform.direct(stage.workspace, member, card(text), `key-${text}`);

  it('reaches one member, and nobody else, outside of any channel', async () => {
    expect(await direct(ann.id, 'for Ann')).toBe('delivered');
    expect(await direct(ann.id, 'again')).toBe('delivered');
    expect(ann.told().map(({ text }) => text)).toEqual(['for Ann', 'again']);
    expect(bob.told()).toEqual([]);
    expect(stage.channelMessages()).toEqual([]);
  });

  it('that someone does not take is an outcome and no fault', async () => {
    stage.faults.refuseDirect(bob.id);
    expect(await direct(bob.id, 'for Bob')).toBe('not-delivered');
    expect(bob.told()).toEqual([]);
    expect(stage.refusals()).toEqual([]);
  });

  it('to someone who is not there is none either', async () => {
    expect(await direct('900000000000000001', 'for nobody')).toBe('not-delivered');
  });

  it('that the platform is too busy for is a fault, and may be tried again', async () => {
    stage.faults.rateLimit(1, 30);
    await expect(direct(ann.id, 'later')).rejects.toMatchObject({ fault: { code: 'busy' } });
    expect(await direct(ann.id, 'later')).toBe('delivered');
  });
});
