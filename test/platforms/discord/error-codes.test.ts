import { DiscordAPIError } from '@discordjs/rest';
import { RESTJSONErrorCodes } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { PlatformError, type PlatformFault } from '../../../src/chat/platform.ts';
import { toPlatformError } from '../../../src/platforms/discord/errors.ts';
import { Refusal } from '../../support/discord/errors.ts';
import { openStage, posting, text } from './support.ts';

type Code = PlatformFault['code'];

/** What the opcodes page says of a code comes to; written down a second time on purpose. */
const MEANT: Readonly<Partial<Record<Code, readonly number[]>>> = {
  busy: [
    20016, 20022, 20028, 20029, 30046, 40003, 40004, 40006, 40062, 40333, 110000, 110001, 130000,
    160006, 160007,
  ],
  'message-refused': [
    20009, 20031, 30010, 30015, 40005, 50006, 50021, 50035, 50045, 50046, 50068, 50109, 50110,
    50123, 50146, 200000, 200001, 240000, 400001,
  ],
  forbidden: [
    40007, 40058, 40067, 50001, 50003, 50008, 50009, 50013, 50017, 50024, 50095, 60003, 90001,
    160002, 160009,
  ],
  'direct-closed': [50007, 50278],
  unauthorized: [40001, 40002, 50014],
  'workspace-gone': [10004, 50055],
  'channel-gone': [10003],
  'message-gone': [10008],
  'thread-locked': [50083, 160005],
};

const DOCUMENTED = [...new Set(Object.values(RESTJSONErrorCodes))].filter(
  (code) => typeof code === 'number',
);

const meaningOf = (code: number): Code =>
  (Object.keys(MEANT) as Code[]).find((fault) => MEANT[fault]?.includes(code)) ?? 'rejected';

describe('a post that Discord refuses', () => {
  it('means what each documented code says, and bears its code and words', async () => {
    const stage = await openStage();
    const platform = posting(stage);
    const place = { workspace: stage.workspace, channel: stage.channel };
    const got: [number, Code | undefined, string | undefined][] = [];
    for (const code of DOCUMENTED) {
      stage.world.settings.refusePosts = new Refusal(403, code, `Words of ${code}`);
      const error: unknown = await platform
        .post(place, text('A question'), `key-${code}`)
        .catch((thrown: unknown) => thrown);
      const refused = error instanceof PlatformError ? error : undefined;
      got.push([code, refused?.fault.code, refused?.refusal]);
    }
    expect(got).toEqual(
      DOCUMENTED.map((code) => [code, meaningOf(code), `${code} Words of ${code}`]),
    );
  });

  it('is about nobody’s track where the code is a new one', () => {
    const error = refused(999_999, 'Something new');
    expect(error.fault).toEqual({ code: 'rejected' });
    expect(error.refusal).toBe('999999 Something new');
  });

  it('is told on one line of a length that people read', () => {
    const words = `Invalid Form Body\n${'embeds[0]: too long\n'.repeat(99)}`;
    const { refusal = '' } = refused(50035, words);
    expect(refusal).toMatch(/^50035 Invalid Form Body embeds\[0\]: too long .*…$/);
    expect(refusal.length).toBeLessThanOrEqual(300);
  });
});

function refused(code: number, message: string): PlatformError {
  const cause = new DiscordAPIError({ code, message }, code, 400, 'POST', '/', { files: [] });
  return toPlatformError(cause, { method: 'POST', inThread: false });
}
