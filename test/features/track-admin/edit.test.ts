import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MONDAY } from '../../support/world.ts';
import { addTrack, openScene, type Scene } from './scene.ts';

let scene: Scene;
beforeAll(async () => void (scene = await openScene()));
afterAll(() => scene.world.close());
beforeEach(() => scene.world.clock.set(MONDAY));

describe('/track edit', () => {
  it('opens the channel’s one track as it is, in the form people know', async () => {
    const manager = scene.newManager({ timezone: 'Asia/Tokyo' });
    const number = await addTrack(manager, { schedule: 'daily 9:30', answering: '90m' });
    const form = await manager.run('track edit');
    expect(form.text).toBe(`Track ${number}`);
    expect(form.values).toEqual({
      decks: 'llm-interview',
      schedule: '30 9 * * *',
      timezone: 'Asia/Tokyo',
      answering: '90m',
      language: 'en',
    });
  });

  it('moves the next question with the schedule', async () => {
    const manager = scene.newManager();
    const number = await addTrack(manager);
    const preview = await manager.send(await manager.run('track edit'), { schedule: 'fri 18:00' });
    expect(preview.text).toContain(`Track ${number}\n`);
    expect(preview.text).toContain('on Fridays at 18:00');
    const saved = await manager.press(preview, 'Save');
    expect(saved.text).toContain(`Track ${number} is changed.`);
    expect(saved.text).toContain('The next question comes 2026-11-27 18:00 UTC');
    expect(saved.buttons).toEqual([]);
  });

  it('keeps what the form does not ask: a mix of decks and the filters', async () => {
    const manager = scene.newManager();
    const options = { decks: 'llm-interview, sql', topics: 'attention, queries' };
    const added = await manager.send(await manager.run('track add', options));
    await manager.press(added, 'Save');
    const preview = await manager.send(await manager.run('track edit'), { answering: '2d' });
    expect(preview.text).toContain('Deck: Llm interview + Sql');
    expect(preview.text).toContain('Topics: Attention, Queries');
    expect(preview.text).toContain('How long a round stays open: 2 days');
  });

  it('lifts a filter with “any”', async () => {
    const manager = scene.newManager();
    await manager.press(
      await manager.send(await manager.run('track add', { topics: 'rag' }), {
        decks: 'llm-interview',
      }),
      'Save',
    );
    const preview = await manager.send(await manager.run('track edit', { topics: 'any' }));
    expect(preview.text).not.toContain('Topics');
  });

  it('leaves an open round the deadline it states', async () => {
    const manager = scene.newManager();
    const number = await addTrack(manager, { answering: '8h' });
    await manager.run('track ask');
    await scene.tick();
    const [before] = await scene.rounds(number);
    const preview = await manager.send(await manager.run('track edit'), {
      answering: '1h',
      schedule: 'daily 23:00',
    });
    await manager.press(preview, 'Save');
    const [after] = await scene.rounds(number);
    expect(before?.closesAt).toEqual(new Date('2026-11-23T17:00:00Z'));
    expect(after?.closesAt).toEqual(before?.closesAt);
  });

  it('keeps a due question due where the schedule stays as it is', async () => {
    const manager = scene.newManager();
    const number = await addTrack(manager);
    scene.world.clock.set('2026-11-23T10:00:01Z');
    const preview = await manager.send(await manager.run('track edit'), { answering: '1h' });
    await manager.press(preview, 'Save');
    await scene.tick();
    expect(await scene.rounds(number)).toMatchObject([{ number: 1, status: 'open' }]);
  });

  it('leaves a paused track paused', async () => {
    const manager = scene.newManager();
    const number = await addTrack(manager);
    await manager.run('track pause');
    const preview = await manager.send(await manager.run('track edit'), { schedule: 'daily 9:05' });
    expect((await manager.press(preview, 'Save')).text).toContain('Paused: /track resume');
    scene.world.clock.set('2026-11-24T12:00:00Z');
    await scene.tick();
    expect(await scene.rounds(number)).toEqual([]);
  });

  it('saves nothing into a track that was removed meanwhile', async () => {
    const manager = scene.newManager();
    await addTrack(manager);
    const preview = await manager.send(await manager.run('track edit'));
    await manager.press(await manager.run('track remove'), 'Remove');
    expect((await manager.press(preview, 'Save')).text).toContain('saved or cancelled already');
    expect((await manager.run('track list')).text).toContain('There is no track yet.');
  });
});

describe('which track', () => {
  it('is asked by a button each where the channel has several', async () => {
    const manager = scene.newManager();
    const first = await addTrack(manager);
    const second = await addTrack(manager, { decks: 'sql' });
    const asked = await manager.run('track edit');
    expect(asked.text).toBe('There are several tracks in this channel. Which one?');
    expect(asked.buttons).toEqual([`${first}: Llm interview`, `${second}: Sql`]);
    expect((await manager.press(asked, `${second}: Sql`)).text).toBe(`Track ${second}`);
  });

  it('is asked by number where a button would lose what was written', async () => {
    const manager = scene.newManager();
    const first = await addTrack(manager);
    await addTrack(manager, { decks: 'sql' });
    const asked = await manager.run('track edit', { schedule: 'daily 8:00' });
    expect(asked.text).toContain(`Name one by its number:\n• ${first}: Llm interview`);
    expect(asked.buttons).toEqual([]);
    const form = await manager.run('track edit', { schedule: 'daily 8:00', track: `${first}` });
    expect(form.values).toMatchObject({ schedule: 'daily 8:00' });
  });

  it('may stand in another channel, by its number', async () => {
    const manager = scene.newManager({ workspace: 'two-channels', channel: 'c1' });
    const number = await addTrack(manager);
    const elsewhere = scene.person({ workspace: 'two-channels', channel: 'c2', manages: true });
    expect((await elsewhere.run('track pause')).text).toContain('This channel has no track.');
    expect((await elsewhere.run('track pause', { track: `#${number}` })).text).toContain(
      `Track ${number} is paused`,
    );
  });

  it.each(['0', '999999999', '99999999999999999999', '-1', 'first', '1; drop table tracks', ''])(
    '“%s” is none',
    async (track) => {
      const manager = scene.newManager();
      await addTrack(manager);
      expect((await manager.run('track edit', { track })).text).toContain(
        `There is no track “${track}” here`,
      );
    },
  );

  it('of another workspace is not found, by command or by a forged button', async () => {
    const number = await addTrack(scene.newManager());
    const stranger = scene.newManager();
    const refusal = `There is no track “${number}” here; /track list shows them.`;
    for (const verb of ['edit', 'pause', 'resume', 'remove', 'ask', 'reveal']) {
      const told = await stranger.run(`track ${verb}`, { track: `${number}` });
      expect(told.text).toBe(refusal);
    }
    const forged = { name: 'track-remove-sure', args: [`${number}`] };
    expect((await stranger.pressAction(forged)).text).toBe(refusal);
  });
});
