import { describe, expect, it } from 'vitest';
import { COMMANDS, connect, openStage, posting, recordingHandlers } from './support.ts';

describe('the commands', () => {
  it('are registered at the first start, in both languages, /track for those who manage', async () => {
    const stage = await openStage();
    await connect(stage, recordingHandlers());
    expect(stage.world.commands).toMatchObject([
      {
        name: 'quiz',
        description_localizations: { ru: 'Вопрос сейчас' },
        name_localizations: { ru: 'вопрос' },
        default_member_permissions: null,
        contexts: [0],
      },
      { name: 'track', default_member_permissions: String(1n << 5n) },
    ]);
    expect(stage.refusals()).toEqual([]);
  });

  it('list the required options first, as Discord wants it', async () => {
    const stage = await openStage();
    await connect(stage, recordingHandlers());
    const add = stage.world.commands[1]?.options?.[0];
    expect(add).toMatchObject({ name: 'add', options: [{ name: 'deck' }, { name: 'note' }] });
  });

  it('are left alone at the next start, and replaced where they changed', async () => {
    const stage = await openStage();
    const overwrites = () => stage.requests.filter(({ method }) => method === 'PUT').length;
    await connect(stage, recordingHandlers());
    expect(overwrites()).toBe(1);
    await connect(stage, recordingHandlers());
    expect(overwrites()).toBe(1);
    stage.world.commands = stage.world.commands.slice(1);
    await connect(stage, recordingHandlers());
    expect(overwrites()).toBe(2);
    expect(stage.world.commands).toHaveLength(2);
  });

  it('are registered after a while where Discord asks to slow down', async () => {
    const stage = await openStage();
    const platform = posting(stage);
    const started = platform.start({ commands: COMMANDS, handlers: recordingHandlers() });
    await stage.until(() => stage.gateway.log.includes('identify'));
    stage.faults.rateLimit(1, 2.5);
    await started;
    expect(stage.world.commands).toHaveLength(2);
    expect(stage.world.settings.rateLimit.count).toBe(0);
  });

  it('that Discord refuses do not keep the bot from its work', async () => {
    const stage = await openStage();
    const broken = COMMANDS.map((command) => ({ ...command, names: { en: 'A B', ru: 'А Б' } }));
    const platform = posting(stage);
    await platform.start({ commands: broken, handlers: recordingHandlers() });
    expect(platform.state()).toEqual({ status: 'ready' });
    expect(stage.refusals()).toEqual([expect.stringContaining('Not a command name')]);
  });
});
