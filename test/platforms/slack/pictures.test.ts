import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import type { CommandEvent, Response } from '../../../src/chat/event.ts';
import { type Message, message } from '../../../src/chat/message.ts';
import type { PlatformError } from '../../../src/chat/platform.ts';
import { fixedClock, openScene, reply, type Scene } from './support.ts';

let scene: Scene;
afterEach(() => scene.end());

const png = new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 1, 2, 3]);

const withPicture: Message = message([
  { type: 'text', text: ['The formula:'] },
  { type: 'picture', png, name: 'formula.png', alt: 'h = W₀x + BAx' },
]);

const here = () => ({ workspace: scene.stage.workspace, channel: scene.stage.channel });

const notReady = { fault: { code: 'busy', retryAfter: 2_000 } };

describe('a picture', () => {
  it('is shown, with words for those who cannot see it', async () => {
    scene = await openScene();
    await scene.platform.post(here(), withPicture, 'k');
    expect(scene.stage.channelMessages()).toMatchObject([
      { text: 'The formula:', pictures: [{ alt: 'h = W₀x + BAx', bytes: png.byteLength }] },
    ]);
    expect(scene.stage.refusals()).toEqual([]);
  });

  it('is uploaded once, however often it is posted', async () => {
    scene = await openScene();
    const posted = await scene.platform.post(here(), withPicture, 'k1');
    await scene.platform.post(here(), withPicture, 'k2');
    await scene.platform.edit(posted, withPicture);
    expect(scene.stage.world.files.size).toBe(1);
  });

  it('is deleted with its message’s names, and nothing is left to delete twice', async () => {
    scene = await openScene();
    const { platform, stage } = scene;
    const posted = await platform.post(here(), withPicture, 'k1');
    await platform.post(here(), withPicture, 'k2');
    const without = message([{ type: 'text', text: ['Gone.'] }]);
    await platform.edit(posted, without, { deletesPictures: true });
    await platform.edit(posted, without, { deletesPictures: true });
    expect(stage.world.files.size).toBe(0);
    expect(stage.channelMessages()[0]?.text).toBe('Gone.');
    expect(stage.refusals()).toEqual([]);
  });

  it('that is not ready yet makes the post wait, and is not uploaded again for it', async () => {
    scene = await openScene();
    const { stage, platform } = scene;
    stage.world.filesNotReady = 1;
    const refused = platform.post(here(), withPicture, 'k');
    await expect(refused).rejects.toMatchObject({ fault: { code: 'busy', retryAfter: 2_000 } });
    expect(stage.channelMessages()).toEqual([]);
    await platform.post(here(), withPicture, 'k');
    expect(stage.channelMessages()[0]?.pictures).toHaveLength(1);
    expect(stage.world.files.size).toBe(1);
  });

  it('is told in words where the bot may not upload', async () => {
    scene = await openScene();
    scene.stage.world.scopes.delete('files:write');
    await scene.platform.post(here(), withPicture, 'k');
    expect(scene.stage.channelMessages()).toMatchObject([
      { text: 'The formula:\nh = W₀x + BAx', pictures: [] },
    ]);
  });

  it('whose upload fails leaves nothing in doubt: nothing was posted', async () => {
    scene = await openScene();
    scene.stage.faults.rateLimit(1, 5);
    const fault = await scene.platform
      .post(here(), withPicture, 'k')
      .catch((error: PlatformError) => error.fault);
    expect(fault).toEqual({ code: 'busy', retryAfter: 5_000 });
    expect(scene.stage.channelMessages()).toEqual([]);
  });

  it('that was deleted on Slack is uploaded again, and shown', async () => {
    const clock = fixedClock();
    scene = await openScene({}, { now: clock.now });
    const { stage, platform } = scene;
    const posted = await platform.post(here(), withPicture, 'k1');
    stage.world.files.clear();
    clock.forward(31);
    await expect(platform.edit(posted, withPicture)).rejects.toMatchObject(notReady);
    await platform.edit(posted, withPicture);
    expect(stage.channelMessages()[0]?.pictures).toHaveLength(1);
  });

  it('that is deleted time and again is uploaded anew each time', async () => {
    const clock = fixedClock();
    scene = await openScene({}, { now: clock.now });
    const { stage, platform } = scene;
    for (const key of ['k1', 'k2', 'k3']) {
      await platform.post(here(), withPicture, key).catch(() => undefined);
      await platform.post(here(), withPicture, key);
      stage.world.files.clear();
      clock.forward(31);
    }
    expect(stage.channelMessages().every(({ pictures }) => pictures.length > 0)).toBe(true);
  });

  it('that Slack refuses for good gives way to its words within two minutes', async () => {
    const clock = fixedClock();
    const lines: string[] = [];
    const log = pino({ level: 'warn' }, { write: (line) => void lines.push(line) });
    scene = await openScene({}, { now: clock.now, log });
    const { stage, platform } = scene;
    stage.world.filesNotReady = Infinity;
    const post = () =>
      platform.post(here(), withPicture, 'k').then(
        () => true,
        () => false,
      );
    const begun = clock.now().getTime();
    while (!(await post())) clock.forward(2);
    expect(clock.now().getTime() - begun).toBeLessThan(120_000);
    expect(stage.world.files.size).toBe(2);
    expect(stage.channelMessages()).toMatchObject([
      { text: 'The formula:\nh = W₀x + BAx', pictures: [] },
    ]);
    expect(lines.filter((line) => line.includes('formula.png'))).toEqual([
      expect.stringContaining('uploaded again'),
      expect.stringContaining('its description is shown'),
    ]);
  });

  it('is described to Slack as it is to people, up to what Slack takes', async () => {
    scene = await openScene();
    const long = message([{ type: 'picture', png, name: 'f.png', alt: 'x + '.repeat(400) }]);
    await scene.platform.post(here(), long, 'k');
    const [file] = scene.stage.world.files.values();
    expect(file?.alt).toMatch(/^x \+ x .*…$/);
    expect(scene.stage.refusals()).toEqual([]);
  });

  it('is waited for in a private answer, since it is ready in a moment', async () => {
    scene = await openScene({ command: () => ({ type: 'reply', message: withPicture }) });
    scene.stage.world.filesNotReady = 2;
    const answer = await scene.stage.person('Anna').run('streak');
    expect(answer).toMatchObject({ message: { text: 'The formula:', pictures: [{}] } });
  });

  it.each(['unreachable', 'reset', 'refused'] as const)(
    'is waited for as well where the response URL is %s',
    async (fault) => {
      scene = await openScene({ command: () => ({ type: 'reply', message: withPicture }) });
      scene.stage.world.responseFault = fault;
      scene.stage.world.filesNotReady = 1;
      const answer = await scene.stage.person('Anna').run('streak');
      expect(answer).toMatchObject({ message: { text: 'The formula:', pictures: [{}] } });
    },
  );

  it('does not keep a private answer back: not ready, it is told in words', async () => {
    scene = await openScene({ command: () => ({ type: 'reply', message: withPicture }) });
    scene.stage.world.filesNotReady = Infinity;
    const answer = await scene.stage.person('Anna').run('streak');
    expect(answer).toMatchObject({ message: { text: 'The formula:\nh = W₀x + BAx' } });
  });

  it('whose upload fails leaves a private answer its words, and the operator the reason', async () => {
    const lines: string[] = [];
    const log = pino({ level: 'warn' }, { write: (line) => void lines.push(line) });
    const command = (event: CommandEvent): Response =>
      event.command === 'streak' ? { type: 'reply', message: withPicture } : reply('Hello.');
    scene = await openScene({ command }, { log });
    const anna = scene.stage.person('Anna');
    await anna.run('quiz');
    scene.stage.faults.rateLimit(1, 5);
    expect(await anna.run('streak')).toMatchObject({
      message: { text: 'The formula:\nh = W₀x + BAx' },
    });
    expect(lines).toEqual([expect.stringMatching(/pictures of a private answer .*rate/)]);
  });
});
