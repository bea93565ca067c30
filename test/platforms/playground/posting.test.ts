import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { message } from '../../../src/chat/message.ts';
import type { PlatformFault } from '../../../src/chat/platform.ts';
import { bold, channel, code, italic, link, time } from '../../../src/chat/text.ts';
import { NOON, openScene, say, type Scene } from './support.ts';

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(() => scene.end());

/** What a rejected call says about what happened. */
async function faultOf(call: Promise<unknown>): Promise<PlatformFault> {
  return call.then(
    () => Promise.reject(new Error('it went well')),
    (error: { fault: PlatformFault }) => error.fault,
  );
}

const page = async (): Promise<string> => (await fetch(scene.stage.url())).text();

describe('a card on the page', () => {
  const everything = message(
    [
      { type: 'heading', text: 'Round <12>' },
      { type: 'text', text: ['What is ', bold('LoRA'), ' & why ', italic('low'), ' rank?'] },
      { type: 'quote', text: ['first line\nsecond line'] },
      { type: 'code', text: 'h = <W₀>x' },
      { type: 'list', items: [['one'], ['two']], ordered: true },
      { type: 'fields', fields: [{ name: 'Topic', value: ['fine-tuning'] }] },
      { type: 'note', text: [link('paper', 'https://arxiv.org/abs/2106.09685'), ' & more'] },
      {
        type: 'text',
        text: [
          code('a*b'),
          ' by ',
          { type: 'member', id: 'u1', name: 'Anna <3' },
          channel('general'),
        ],
      },
    ],
    'question',
  );

  it('shows every kind of block, letter for letter', async () => {
    await scene.platform.post(scene.here, everything, 'all');
    const [seen] = await scene.stage.until(
      () => scene.stage.channelMessages().length > 0 && scene.stage.channelMessages(),
    );
    expect(seen).toMatchObject({ author: 'whetstone', marks: [], buttons: [] });
    expect(seen?.text.split('\n').filter(Boolean)).toEqual([
      'Round <12>',
      'What is LoRA & why low rank?',
      'first line',
      'second line',
      'h = <W₀>x',
      'one',
      'two',
      'Topic',
      'fine-tuning',
      'paper & more',
      'a*b by Anna <3#general',
    ]);
  });

  it('takes nothing people write for markup, whatever they write', async () => {
    const evil =
      '</p><script>alert(1)</script><img src=x onerror=alert(1)> "\'&amp;\u202Eabc\u0000';
    const ref = await scene.platform.post(
      scene.here,
      message([
        { type: 'heading', text: evil },
        { type: 'quote', text: [evil, bold(evil), link(evil, 'javascript:alert(1)')] },
        { type: 'code', text: evil },
        {
          type: 'buttons',
          buttons: [{ label: evil, action: { name: 'a', args: [evil.slice(0, 9)] } }],
        },
      ]),
      'evil',
    );
    await scene.platform.openThread(ref, evil);
    const html = await page();
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('<img src=x');
    expect(html).not.toContain('javascript:');
    expect(html).not.toContain('\u202E');
    const seen = await scene.stage.until(() => scene.stage.channelMessages()[0]);
    expect(seen.text).toContain(
      '</p><script>alert(1)</script><img src=x onerror=alert(1)> "\'&amp;abc',
    );
  });

  it('shows an instant in the reader’s own clock and language', async () => {
    const card = message([
      {
        type: 'text',
        text: [
          time(new Date('2026-11-24T10:00:00Z')),
          ' ',
          time(new Date('2026-11-24T10:00:00Z'), 'countdown'),
        ],
      },
    ]);
    await scene.platform.post(scene.here, card, 'when');
    const told = async (cookie: string): Promise<string> =>
      (await fetch(scene.stage.url(), { headers: { cookie } })).text();
    const inTokyo = await told('whetstone-language=en; whetstone-timezone=Asia%2FTokyo');
    expect(inTokyo).toContain('Tue 24 Nov, 19:00');
    expect(inTokyo).toContain('in 22 hours');
    const inMoscow = await told('whetstone-language=ru; whetstone-timezone=Europe%2FMoscow');
    expect(inMoscow).toContain('вт, 24 нояб., 13:00');
    expect(inMoscow).toContain('через 22 часа');
    expect(await told('whetstone-timezone=Nowhere%2FAtAll')).toContain('24 Nov');
  });

  it('loads a picture by its content, with its size known ahead', async () => {
    const card = message([{ type: 'picture', png: PNG, name: 'formula.png', alt: 'h = W₀x' }]);
    await scene.platform.post(scene.here, card, 'picture');
    const seen = await scene.stage.until(() => scene.stage.channelMessages()[0]);
    expect(seen.pictures).toEqual([{ alt: 'h = W₀x', bytes: PNG.byteLength }]);
    expect(await page()).toContain('width="3" height="2"');
  });
});

describe('a post', () => {
  it('is made once under its key, and found again by it', async () => {
    const first = await scene.platform.post(scene.here, say('one'), 'key');
    const again = await scene.platform.post(scene.here, say('one'), 'key');
    expect(again).toEqual(first);
    expect(await scene.platform.find(scene.here, 'key', NOON)).toEqual(first);
    expect(await scene.platform.find(scene.here, 'other', NOON)).toBeUndefined();
    await scene.stage.until(() => scene.stage.channelMessages().length === 1);
  });

  it('is in doubt where the store gives no answer, and may then be found', async () => {
    scene.stage.faults.failPosts(1);
    expect(await faultOf(scene.platform.post(scene.here, say('one'), 'lost'))).toEqual({
      code: 'in-doubt',
    });
    expect(await scene.platform.find(scene.here, 'lost', NOON)).toBeUndefined();
    scene.stage.faults.swallowPostAnswers(1);
    expect(await faultOf(scene.platform.post(scene.here, say('two'), 'done'))).toEqual({
      code: 'in-doubt',
    });
    expect(await scene.platform.find(scene.here, 'done', NOON)).toBeDefined();
  });

  it('says what is gone and what is forbidden', async () => {
    const { stage, platform, here } = scene;
    const closed = stage.addChannel('closed', { botMayPost: false });
    await stage.until(() => stage.channelMessages(closed));
    const at = (change: object) => platform.post({ ...here, ...change }, say('x'), 'x');
    expect(await faultOf(at({ workspace: 'elsewhere' }))).toEqual({ code: 'workspace-gone' });
    expect(await faultOf(at({ channel: 'nowhere' }))).toEqual({ code: 'channel-gone' });
    expect(await faultOf(at({ thread: '404' }))).toEqual({ code: 'thread-gone' });
    expect(await faultOf(at({ channel: closed }))).toEqual({
      code: 'forbidden',
      permission: 'post',
    });
    expect(await platform.missingPermissions({ ...here, channel: closed })).toEqual(['post']);
    expect(await platform.missingPermissions(here)).toEqual([]);
    const gone = { ...here, message: '404' };
    expect(await faultOf(platform.edit(gone, say('x')))).toEqual({ code: 'message-gone' });
    expect(await faultOf(platform.acknowledge(gone, 'late'))).toEqual({ code: 'message-gone' });
  });

  it('changes in place when it is edited', async () => {
    const ref = await scene.platform.post(scene.here, say('before'), 'key');
    await scene.platform.edit(ref, say('after'));
    const seen = await scene.stage.until(() =>
      scene.stage.channelMessages().find(({ text }) => text === 'after'),
    );
    expect(seen.id).toBe(ref.message);
    expect(scene.stage.channelMessages()).toHaveLength(1);
  });

  it('stands after a restart, with its thread and its marks', async () => {
    const question = await scene.question();
    const said = await scene.stage.person('Ann').reply(question, 'Low rank.');
    const place = { ...scene.here, thread: question.id, message: said.id };
    await scene.platform.acknowledge(place, 'accepted');
    await scene.platform.acknowledge(place, 'accepted');
    await scene.platform.acknowledge(place, 'late');
    await scene.platform.unmark(place, 'late');
    await scene.platform.unmark(place, 'late');
    await scene.platform.stop();
    expect(scene.platform.state()).toEqual({ status: 'down', reason: 'stopped' });
    const next = scene.stage.platform();
    await next.start({ commands: [], handlers: neverAsked });
    const html = await page();
    expect(html).toContain('What is LoRA?');
    expect(html).toContain('Low rank.');
    expect(html.match(/data-mark="accepted"/g)).toHaveLength(1);
    expect(html).not.toContain('data-mark="late"');
    await next.stop();
  });
});

const neverAsked = {
  opensForm: () => false,
  isRepeatable: () => false,
  command: () => Promise.reject(new Error('not asked')),
  complete: () => Promise.resolve([]),
  button: () => Promise.reject(new Error('not asked')),
  form: () => Promise.reject(new Error('not asked')),
  messageCommand: () => Promise.reject(new Error('not asked')),
  thread: () => Promise.resolve(),
  membership: () => Promise.resolve(),
  apology: () => say('Sorry'),
};

/** Three pixels by two. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAEUlEQVR4nGP4z8AAQf+hNAMAR9gH+W2M8ysAAAAASUVORK5CYII=',
  'base64',
);
