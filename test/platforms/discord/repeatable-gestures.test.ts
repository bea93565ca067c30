import { setTimeout as delay } from 'node:timers/promises';
import { DiscordAPIError } from '@discordjs/rest';
import { RESTJSONErrorCodes } from 'discord-api-types/v10';
import { describe, expect, it, vi } from 'vitest';
import type { Response } from '../../../src/chat/event.ts';
import { PlatformError } from '../../../src/chat/platform.ts';
import { INTERACTION } from '../../../src/platforms/discord/payloads.ts';
import { respond } from '../../../src/platforms/discord/respond.ts';
import type { DiscordStage } from '../../support/discord/stage.ts';
import { connect, message, openStage, recordingHandlers, reply } from './support.ts';

describe('a gesture that may be carried out twice as if once', () => {
  const repeatable = { isRepeatable: () => true };

  it('is replied to by one request', async () => {
    const stage = await openStage();
    await connect(stage, recordingHandlers({ ...repeatable, command: () => reply('at once') }));
    const before = stage.requests.length;
    expect(message(await stage.person('Ann').run('quiz')).text).toBe('at once');
    expect(stage.requests.slice(before)).toHaveLength(1);
  });

  it('is acknowledged first where its reply takes long', async () => {
    const stage = await openStage();
    const command = async () => {
      const before = stage.requests.length;
      await vi.waitUntil(() => stage.requests.length > before, { timeout: 10_000, interval: 20 });
      return reply('at last');
    };
    await connect(stage, recordingHandlers({ ...repeatable, command }));
    expect(message(await stage.person('Ann').run('quiz')).text).toBe('at last');
    expect(stage.refusals()).toEqual([]);
  });

  const methodsOf = (stage: DiscordStage, before: number) =>
    stage.requests.slice(before).map(({ method }) => method);

  it('is acknowledged first where handling it failed, so that another replica may be before', async () => {
    const stage = await openStage();
    const command = () => Promise.reject(new Error('a fault'));
    await connect(stage, recordingHandlers({ ...repeatable, command }));
    const before = stage.requests.length;
    expect(message(await stage.person('Ann').run('quiz')).text).toBe('Sorry.');
    expect(methodsOf(stage, before)).toEqual(['POST', 'PATCH']);
  });

  it('is acknowledged at once where it arrived late and its reply is not ready', async () => {
    const stage = await openStage({ now: () => new Date(Date.now() - 2_500) });
    const command = () => delay(50, reply('late'));
    await connect(stage, recordingHandlers({ ...repeatable, command }));
    const before = stage.requests.length;
    expect(message(await stage.person('Ann').run('quiz')).text).toBe('late');
    expect(methodsOf(stage, before)).toEqual(['POST', 'PATCH']);
  });

  it('is acknowledged first where its reply has a file', async () => {
    const stage = await openStage();
    const content = Buffer.from('{}');
    const file = { type: 'file', name: 'a.json', mediaType: 'application/json', content } as const;
    const blocks = [{ ...file, description: 'all' }];
    const command = (): Response => ({ type: 'reply', message: { blocks } });
    await connect(stage, recordingHandlers({ ...repeatable, command }));
    const before = stage.requests.length;
    await stage.person('Ann').run('quiz');
    expect(methodsOf(stage, before)).toEqual(['POST', 'PATCH']);
  });

  it('is replied to once where two replicas hear of it', async () => {
    const stage = await openStage();
    const [one, two] = [recordingHandlers(repeatable), recordingHandlers(repeatable)];
    await connect(stage, one);
    await connect(stage, two);
    const ann = stage.person('Ann');
    for (let time = 0; time < 3; time++) await ann.run('quiz');
    expect(ann.told()).toHaveLength(0);
    expect(stage.refusals()).toEqual([]);
  });
});

describe('a first response that is refused as the second', () => {
  const place = { guild_id: '1', channel_id: '2', application_id: '3', token: 'token' };
  const interaction = INTERACTION.parse({ ...place, id: '4', type: 2, data: {} });
  const taken = new DiscordAPIError(
    { code: RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged, message: 'taken' },
    ...([40060, 400, 'POST', '/', {}] as const),
  );
  const refusal = new PlatformError({ code: 'rejected' }, 'taken', { cause: taken });

  /** Sends two pages, the first of which fails so before it is refused. Returns what was sent. */
  async function sendTwoPages(code: 'busy' | 'in-doubt') {
    const errors = [new PlatformError({ code }, 'a fault'), refusal];
    const sent: string[] = [];
    const request = <T>(_: string, route: string): Promise<T> => {
      sent.push(route);
      const error = errors.shift();
      return error ? Promise.reject(error) : Promise.resolve(undefined as T);
    };
    const api = { request, self: () => Promise.resolve('3'), close: () => undefined };
    const words = reply('word '.repeat(1_500));
    const outcome = respond(api, { interaction, phase: 'first' }, words);
    return { sent, failure: await outcome.catch((error: unknown) => error) };
  }

  it('was taken the time before, where that was left in doubt', async () => {
    const { sent, failure } = await sendTwoPages('in-doubt');
    expect(failure).toBeUndefined();
    expect(sent.length).toBeGreaterThan(2);
  });

  it('leaves the other pages to another replica, where it was not sent the time before', async () => {
    const { sent, failure } = await sendTwoPages('busy');
    expect(failure).toBe(refusal);
    expect(sent).toHaveLength(2);
  });
});
