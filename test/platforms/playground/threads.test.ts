import { afterEach, describe, expect, it } from 'vitest';
import { messageOf } from '../../support/answered.ts';
import { NO_CONTROLS } from '../../support/playground/stage.ts';
import { NOON, openScene, reply, say, type Scene } from './support.ts';

let scene: Scene;
afterEach(() => scene.end());

describe('what people write in a thread', () => {
  it('is seen by everyone and heard by the bot, letter for letter', async () => {
    scene = await openScene();
    const question = await scene.question();
    const text = 'Low rank:\n  <b>W</b> + BA & \u0000 "x" 🎓';
    const said = await scene.stage.person('Ann', { language: 'ru' }).reply(question, text);
    const [heard] = scene.threads;
    expect(heard).toEqual({
      type: 'written',
      message: {
        platform: 'playground',
        ref: { ...scene.here, thread: question.id, message: said.id },
        member: { id: scene.stage.person('Ann').id, name: 'Ann', language: 'ru' },
        text,
        at: NOON,
        gesture: said.id,
      },
    });
    const [seen] = await scene.stage.until(
      () => scene.stage.threadMessages(question).length > 0 && scene.stage.threadMessages(question),
    );
    expect(seen).toMatchObject({ author: 'Ann', text: text.replace('\u0000', '') });
    const { thread } = { thread: { ...scene.here, thread: question.id } };
    const history = await scene.platform.threadHistory(thread, NOON);
    expect(history.map((each) => each.text)).toEqual([text]);
    expect(await scene.platform.threadHistory(thread, new Date(NOON.getTime() + 1))).toEqual([]);
  });

  it('may be changed and taken back by its author, and by nobody else', async () => {
    scene = await openScene();
    const question = await scene.question();
    const ann = scene.stage.person('Ann');
    const bob = scene.stage.person('Bob');
    const said = await ann.reply(question, 'first');
    await expect(bob.rewrite(said, 'stolen')).rejects.toThrow('404');
    await expect(bob.remove(said)).rejects.toThrow('404');
    await ann.rewrite(said, 'second');
    const edited = await scene.stage.until(() =>
      scene.stage.threadMessages(question).find(({ text }) => text === 'second'),
    );
    expect(edited.id).toBe(said.id);
    const history = await scene.platform.threadHistory(
      { ...scene.here, thread: question.id },
      NOON,
    );
    expect(history).toMatchObject([{ text: 'second', at: NOON, editedAt: NOON }]);
    await ann.remove(said);
    await scene.stage.until(() => scene.stage.threadMessages(question).length === 0);
    expect(scene.threads.map(({ type }) => type)).toEqual(['written', 'edited', 'deleted']);
    expect(scene.threads[1]).toMatchObject({ message: { text: 'second' }, revisedAt: NOON });
    expect(scene.threads[2]).toMatchObject({ ref: { thread: question.id, message: said.id } });
  });

  it('is a command where it begins like one, and no answer', async () => {
    scene = await openScene({ command: () => reply('Five rounds.') });
    const question = await scene.question();
    const told = await scene.stage.person('Ann').reply(question, '/streak');
    expect(told.text).toBe('Five rounds.');
    expect(scene.threads).toEqual([]);
    expect(scene.stage.threadMessages(question)).toEqual([]);
  });

  it('stands even where the bot fails to take it', async () => {
    scene = await openScene({ thread: () => Promise.reject(new Error('the database is away')) });
    const question = await scene.question();
    await scene.stage.person('Ann').reply(question, 'Low rank.');
    await scene.stage.until(() => scene.stage.threadMessages(question).length === 1);
    expect(scene.stage.refusals()).toEqual([]);
  });
});

describe('what the bot says to one person', () => {
  it('stands in the thread for them alone, once, and can be dismissed', async () => {
    scene = await openScene();
    const question = await scene.question();
    const ann = scene.stage.person('Ann');
    const said = await ann.reply(question, 'Too late.');
    const ref = { ...scene.here, thread: question.id, message: said.id };
    const note = { member: ann.id, message: say('That was late.'), key: 'late-1' };
    await scene.platform.tell(ref, note);
    await scene.platform.tell(ref, note);
    const [told] = await scene.stage.until(() => ann.told().length > 0 && ann.told());
    expect(ann.told()).toHaveLength(1);
    expect(told?.text).toBe('That was late.');
    expect(scene.stage.threadMessages(question).map(({ text }) => text)).toEqual(['Too late.']);
    if (told) await ann.remove(told);
    await scene.stage.until(() => ann.told().length === 0);
    expect(scene.threads.map(({ type }) => type)).toEqual(['written']);
  });

  it('comes outside of any thread too, if they are there', async () => {
    scene = await openScene();
    const question = await scene.question();
    const ann = scene.stage.person('Ann');
    await ann.reply(question, 'Here I am.');
    expect(await scene.platform.openDirect('playground', 'nobody')).toBeUndefined();
    const place = await scene.platform.openDirect('playground', ann.id);
    await scene.platform.post(place!, say('Hello'), 'k');
    await scene.stage.until(() => ann.told().some(({ text }) => text === 'Hello'));
    const since = new Date(0);
    expect(await scene.platform.find(place!, 'k', since)).toMatchObject(place!);
    expect(scene.stage.person('Ben').told()).toEqual([]);
  });
});

describe('the visitor’s clock', () => {
  it('opens and closes rounds in the visitor’s language', async () => {
    const moves: string[] = [];
    scene = await openScene({
      controls: {
        ...NO_CONTROLS,
        nextRound: (language) => Promise.resolve(void moves.push(`next ${language}`)),
        deadline: () => Promise.resolve(moves.push('deadline') > 0),
      },
    });
    await move('next', 'whetstone-language=ru');
    await move('deadline');
    expect(moves).toEqual(['next ru', 'deadline']);
  });

  it('lets the others answer the open question, once each, but for one who misses it', async () => {
    scene = await openScene();
    const question = await scene.question();
    await move('others');
    await move('others');
    const written = scene.threads.filter(({ type }) => type === 'written').length;
    const replies = await scene.stage.until(() => {
      const all = scene.stage.threadMessages(question);
      return all.length === written && all;
    });
    const authors = replies.map(({ author }) => author);
    expect(authors).not.toContain('Ada');
    expect(new Set(authors).size).toBe(written);
    expect(written).toBeGreaterThanOrEqual(3);
  });

  it('finds nobody to answer where no question is open', async () => {
    scene = await openScene();
    await scene.question(say('Closed. 2 answers.'));
    await move('others');
    expect(scene.threads).toEqual([]);
  });

  async function move(to: string, cookie = ''): Promise<void> {
    const url = scene.stage.url();
    const response = await fetch(`${url}/api/clock?as=ada`, {
      method: 'POST',
      headers: { origin: url, cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ move: to, channel: 'general' }),
    });
    expect(response.status).toBe(204);
  }
});

it('greets the bot as a workspace it has joined', async () => {
  scene = await openScene({ command: () => reply('…') });
  expect(scene.memberships).toEqual([
    {
      platform: 'playground',
      workspace: 'playground',
      type: 'workspace-joined',
      name: 'Playground',
    },
  ]);
  expect(messageOf(await scene.stage.person('Ann').run('quiz')).text).toBe('…');
});
