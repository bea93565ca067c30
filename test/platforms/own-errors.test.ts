import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../src/chat/message.ts';
import type { Stage } from '../support/stage.ts';
import { STAGES } from '../support/stages.ts';

/** As one that is nested too deeply for the stack. */
const unrenderable: Message = {
  get blocks(): never {
    throw new RangeError('Maximum call stack size exceeded');
  },
};

describe.each(STAGES)('a message that cannot be rendered for $name', ({ open }) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await open(() => new Date('2026-11-23T09:00:00Z'));
  });
  afterEach(() => stage.close());

  it('is no fault of the platform, which never hears of it', async () => {
    const platform = stage.platform();
    const place = { workspace: stage.workspace, channel: stage.channel };
    const post = async () => platform.post(place, unrenderable, 'key');
    await expect(post()).rejects.toThrow(RangeError);
    expect(stage.channelMessages()).toEqual([]);
    expect(stage.refusals()).toEqual([]);
  });
});
