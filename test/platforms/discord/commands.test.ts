import { describe, expect, it } from 'vitest';
import { connect, createInbox, openStage } from './support.ts';

describe('the commands', () => {
  it('are registered at the first start, in both languages, /track for those who manage', async () => {
    const stage = await openStage();
    await connect(stage, createInbox());
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
    await connect(stage, createInbox());
    const add = stage.world.commands[1]?.options?.[0];
    expect(add).toMatchObject({ name: 'add', options: [{ name: 'deck' }, { name: 'note' }] });
  });

  it('are left alone at the next start, and replaced where they changed', async () => {
    const stage = await openStage();
    const overwrites = () => stage.requests.filter(({ method }) => method === 'PUT').length;
    await connect(stage, createInbox());
    expect(overwrites()).toBe(1);
    await connect(stage, createInbox());
    expect(overwrites()).toBe(1);
    stage.world.commands = stage.world.commands.slice(1);
    await connect(stage, createInbox());
    expect(overwrites()).toBe(2);
    expect(stage.world.commands).toHaveLength(2);
  });

  it('are registered after a while where Discord asks to slow down', async () => {
    const stage = await openStage();
    const platform = stage.platform();
    const started = platform.start({ commands: [], inbox: createInbox() });
    await stage.until(() => platform.state().status === 'ready');
    await started;
    await platform.stop();
    expect(stage.refusals()).toEqual([]);
  });
});
