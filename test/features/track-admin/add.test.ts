import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seedDeck } from '../../support/seed-deck.ts';
import { MONDAY } from '../../support/world.ts';
import { addTrack, numberIn, openScene, type Scene } from './scene.ts';

let scene: Scene;
beforeAll(async () => void (scene = await openScene()));
afterAll(() => scene.world.close());
beforeEach(() => {
  scene.world.clock.set(MONDAY);
  scene.platform.lack();
  scene.platform.unfit(undefined);
  scene.platform.fail(undefined);
});

describe('/track add in a channel where no round can be held', () => {
  it.each([
    ['en', 'Rounds cannot be held in this kind of channel.'],
    ['ru', 'В каналах такого вида раунды проводить нельзя.'],
  ] as const)('says so in %s and saves nothing', async (language, reason) => {
    const manager = scene.newManager({ language });
    scene.platform.unfit({ code: 'channel-unsuitable' });
    const preview = await manager.send(await manager.run('track add'), { decks: 'sql' });
    expect(preview.text).toContain(reason);
    expect(preview.buttons).not.toContain(language === 'en' ? 'Save' : 'Сохранить');
  });
});

describe('/track add', () => {
  it('opens a form with what most people want, in one’s own time zone', async () => {
    const manager = scene.newManager({ timezone: 'Asia/Tokyo' });
    const form = await manager.run('track add');
    expect(form.text).toBe('New track');
    expect(form.values).toEqual({
      decks: 'llm-interview',
      schedule: 'weekdays 10:00',
      timezone: 'Asia/Tokyo',
      answering: 'until-next',
      language: 'en',
    });
  });

  it('fills the form in from options, several decks included', async () => {
    const manager = scene.newManager();
    const form = await manager.run('track add', {
      decks: 'llm-interview, sql',
      schedule: 'daily 9:30',
      answering: '8h',
    });
    expect(form.values).toMatchObject({ schedule: 'daily 9:30', answering: '8h', timezone: 'UTC' });
    const preview = await manager.send(form);
    expect(preview.text).toContain('Deck: Llm interview + Sql');
  });

  it('takes an option of nothing but white space for one that was not given', async () => {
    const manager = scene.newManager({ timezone: 'Asia/Tokyo' });
    const form = await manager.run('track add', {
      decks: '   ',
      timezone: ' ',
      schedule: ' daily 9:30 ',
    });
    expect(form.values).toEqual({
      decks: 'llm-interview',
      schedule: 'daily 9:30',
      timezone: 'Asia/Tokyo',
      answering: 'until-next',
      language: 'en',
    });
  });

  it('shows what would be saved and the next three rounds, and saves nothing yet', async () => {
    const manager = scene.newManager({ channel: 'c77' });
    const form = await manager.run('track add', { topics: 'attention', difficulties: 'easy' });
    const preview = await manager.send(form, {
      decks: 'llm-interview',
      timezone: 'Europe/Moscow',
      answering: '8h',
      language: 'ru',
    });
    expect(preview.text).toBe(
      [
        'New track',
        'Deck: Llm interview',
        'Channel: #c77',
        'When a question comes: on weekdays at 10:00 · 0 10 * * 1-5',
        'Time zone: Europe/Moscow',
        'How long a round stays open: 8 hours',
        'Language of its posts: Русский',
        'Topics: Attention',
        'Difficulties: easy',
        'The next rounds, by your clock:',
        '• 2026-11-24 07:00 UTC',
        '• 2026-11-25 07:00 UTC',
        '• 2026-11-26 07:00 UTC',
        'Nothing is saved yet.',
      ].join('\n'),
    );
    expect(preview.buttons).toEqual(['Save', 'Edit', 'Cancel']);
    expect((await manager.run('track list')).text).toContain('There is no track yet.');
  });

  it('saves once, however often Save is pressed, and says when the first question comes', async () => {
    const manager = scene.newManager();
    const preview = await manager.send(await manager.run('track add'), { decks: 'llm-interview' });
    const pressed = await Promise.all([1, 2, 3].map(() => manager.press(preview, 'Save')));
    const [saved, ...others] = pressed.toSorted((a, b) => b.buttons.length - a.buttons.length);
    expect(saved?.text).toContain('is saved.\nThe next question comes 2026-11-23 10:00 UTC');
    expect(saved?.buttons).toEqual(['Ask now']);
    for (const other of others) expect(other.text).toContain('saved or cancelled already');
    expect((await manager.run('track list')).text.match(/Track \d/g)).toHaveLength(1);
  });

  it('asks the first question at once by a button', async () => {
    const manager = scene.newManager();
    const preview = await manager.send(await manager.run('track add'), { decks: 'sql' });
    const saved = await manager.press(preview, 'Save');
    const asked = await manager.press(saved, 'Ask now');
    expect(asked.text).toBe(`A question is on its way to track ${numberIn(saved)}.`);
    expect(asked.type).toBe('replace');
    await scene.tick();
    expect(scene.platform.posts.at(-1)?.text).toContain('What is joins?');
  });

  it('forgets a draft that is cancelled', async () => {
    const manager = scene.newManager();
    const preview = await manager.send(await manager.run('track add'), { decks: 'sql' });
    expect((await manager.press(preview, 'Cancel')).text).toContain('Nothing was saved');
    expect((await manager.press(preview, 'Save')).text).toContain('saved or cancelled already');
    expect((await manager.press(preview, 'Edit')).text).toContain('saved or cancelled already');
  });

  it('speaks the asker’s language', async () => {
    const manager = scene.newManager({ language: 'ru' });
    const form = await manager.run('track add');
    expect(form.text).toBe('Новая программа');
    const preview = await manager.send(form, { decks: 'llm-interview', schedule: 'пн и чт 9:30' });
    expect(preview.text).toContain('по понедельникам и четвергам в 09:30 · 30 9 * * 1,4');
    expect(preview.buttons).toEqual(['Сохранить', 'Изменить', 'Отмена']);
  });

  it('is refused politely to anyone else, button and form included', async () => {
    const manager = scene.newManager({ workspace: 'guarded' });
    const form = await manager.run('track add');
    const preview = await manager.send(form, { decks: 'sql' });
    const other = scene.person({ workspace: 'guarded', name: 'Bob' });
    const refusal = 'Only people who may manage Whetstone here can do that.';
    for (const told of [
      await other.run('track add'),
      await other.send(form),
      await other.press(preview, 'Save'),
    ]) {
      expect(told.text).toContain(refusal);
    }
  });

  it('lets nobody save what another manager typed', async () => {
    const manager = scene.newManager({ workspace: 'shared' });
    const preview = await manager.send(await manager.run('track add'), { decks: 'sql' });
    const other = scene.person({ workspace: 'shared', name: 'Bob', manages: true });
    expect((await other.press(preview, 'Save')).text).toContain('saved or cancelled already');
    expect((await manager.press(preview, 'Save')).text).toContain('is saved');
  });

  it('offers a workspace its own decks and no other’s', async () => {
    const manager = scene.newManager({ workspace: 'owner' });
    await manager.run('track list');
    const workspace = await scene.world.context.db
      .selectFrom('workspaces')
      .select('id')
      .where('externalId', '=', 'owner')
      .executeTakeFirstOrThrow();
    await seedDeck(scene.world.context.db, {
      name: 'house',
      workspaceId: workspace.id,
      questions: [{ id: 'ours' }],
    });
    const own = await manager.send(await manager.run('track add'), { decks: 'house' });
    expect(own.text).toContain('Deck: House');
    const stranger = scene.newManager();
    const other = await stranger.send(await stranger.run('track add'), { decks: 'house' });
    expect(other.text).toContain('There is no deck “house”. Decks: llm-interview, sql.');
  });
});

describe('what cannot be saved', () => {
  it('is told all at once, each with its fix, and Edit brings back what was typed', async () => {
    const manager = scene.newManager();
    const form = await manager.run('track add', { topics: 'cooking', difficulties: 'fiendish' });
    const typed = {
      decks: 'llm-interview',
      schedule: 'every blue moon',
      timezone: 'Europe/Moskow',
      answering: '5s',
    };
    const faults = await manager.send(form, typed);
    expect(faults.text).toBe(
      [
        'This cannot be saved yet',
        '• “every blue moon” is not a schedule. Write it like weekdays 10:00, every second Monday at 10, first Friday of a month 9:30; or as five cron fields: 0 10 * * 1-5.',
        '• There is no time zone “Europe/Moskow”. Did you mean Europe/Moscow?',
        '• “5s” is too short: a round stays open for at least 30 seconds.',
        '• There is no topic “cooking” in these decks. Topics: rag, attention.',
        '• “fiendish” is not a difficulty. Write easy, medium or hard, or several with commas.',
      ].join('\n'),
    );
    const again = await manager.press(faults, 'Edit');
    expect(again.values).toMatchObject(typed);
  });

  it.each([
    [{ schedule: '*/5 * * * * *' }, 'Once a minute is the most'],
    [{ schedule: '0 10 31 2 *' }, 'never comes'],
    [{ answering: '40d' }, 'at most 31 days'],
    [{ answering: 'a while' }, 'is not a time to answer'],
    [{ timezone: 'Atlantis' }, 'Write a region and a city'],
    [{ decks: 'sql', language: 'ru' }, 'No question fits these decks, the language'],
    [{ decks: 'cobol' }, 'There is no deck “cobol”. Decks: llm-interview, sql.'],
    [{ decks: '' }, 'A deck is missing. Decks: llm-interview, sql.'],
    [{ schedule: 'x'.repeat(5000) }, '…” is not a schedule.'],
  ])('%j: %s', async (values, words) => {
    const manager = scene.newManager();
    const told = await manager.send(await manager.run('track add'), { decks: 'sql', ...values });
    expect(told.text).toContain(words);
    expect(told.buttons).not.toContain('Save');
    expect(told.text.length).toBeLessThan(400);
  });

  it('names the permission the bot lacks, and goes on once it has it', async () => {
    scene.platform.lack('Create Public Threads', 'Embed Links');
    const manager = scene.newManager();
    const told = await manager.send(await manager.run('track add'), { decks: 'sql' });
    expect(told.text).toContain('lacks in this channel: Create Public Threads, Embed Links.');
    expect(told.buttons).toEqual(['Check again', 'Edit', 'Cancel']);
    scene.platform.lack();
    const preview = await manager.press(told, 'Check again');
    expect(preview.buttons).toContain('Save');
  });

  it('saves nothing where the permission was taken away after the preview', async () => {
    const manager = scene.newManager();
    const preview = await manager.send(await manager.run('track add'), { decks: 'sql' });
    scene.platform.lack('Send Messages');
    expect((await manager.press(preview, 'Save')).text).toContain('Send Messages');
    expect((await manager.run('track list')).text).toContain('There is no track yet.');
    scene.platform.lack();
    expect((await manager.press(preview, 'Save')).text).toContain('is saved');
  });

  it.each([
    ['channel-gone', 'cannot see this channel'],
    ['workspace-gone', 'is not installed here'],
    ['busy', 'Check again in a minute'],
    ['unauthorized', 'Check again in a minute'],
  ] as const)('says so where the platform answers %s', async (code, words) => {
    scene.platform.fail({ code });
    const manager = scene.newManager();
    const told = await manager.send(await manager.run('track add'), { decks: 'sql' });
    expect(told.text).toContain(words);
  });
});

describe('completion', () => {
  it('offers decks, topics and difficulties, one after the other in a list', async () => {
    const manager = scene.newManager();
    expect(await manager.complete('track add', 'decks', '')).toEqual(['Llm interview', 'Sql']);
    expect(await manager.complete('track add', 'topics', 'att')).toEqual(['Attention']);
    expect(await manager.complete('track add', 'topics', 'attention, ra')).toEqual([
      'attention, Rag',
    ]);
    expect(await manager.complete('track add', 'difficulties', 'h')).toEqual(['hard']);
  });

  it('offers time zones, the cities that begin so first', async () => {
    const manager = scene.newManager();
    expect((await manager.complete('track add', 'timezone', 'mosc'))[0]).toBe('Europe/Moscow');
    expect((await manager.complete('track add', 'timezone', '')).length).toBe(25);
  });

  it('offers the workspace’s tracks by their numbers', async () => {
    const manager = scene.newManager();
    const number = await addTrack(manager);
    expect(await manager.complete('track edit', 'track', '')).toEqual([
      `${number}: Llm interview, on weekdays at 10:00`,
    ]);
  });
});
