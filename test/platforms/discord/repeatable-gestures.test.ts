import { describe, expect, it, vi } from 'vitest';
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
