import { afterEach, describe, expect, it } from 'vitest';
import { openScene, reply, say, type Scene } from './support.ts';

let scene: Scene;
afterEach(() => scene.end());

/** More than the page shows of one kind. */
const MANY = 70;

describe('a channel in which much is said', () => {
  it('shows the open question however much one has been told alone since', async () => {
    scene = await openScene({ command: () => reply('For you.') });
    const question = await scene.question();
    const ann = scene.stage.person('Ann');
    for (let times = 0; times < MANY; times++) await ann.run('streak');
    expect(await shown(ann.id)).toEqual(
      expect.arrayContaining([`m${question.id}`, `thread-${question.id}`]),
    );
  });

  it('shows it however much others talk beside it, and lets them answer it', async () => {
    scene = await openScene();
    const question = await scene.question();
    const ann = scene.stage.person('Ann');
    for (let times = 0; times < MANY; times++) {
      await scene.platform.post(scene.here, say('Talk.'), `talk-${times}`);
    }
    expect(await shown(ann.id)).toContain(`m${question.id}`);
    const url = scene.stage.url();
    await fetch(`${url}/api/clock?as=ada`, {
      method: 'POST',
      headers: { origin: url, 'content-type': 'application/json' },
      body: JSON.stringify({ move: 'others', channel: 'general' }),
    });
    await scene.stage.until(() => scene.stage.threadMessages(question).length > 2);
  });

  /** The ids on somebody's page. */
  async function shown(as: string): Promise<string[]> {
    const html = await (await fetch(`${scene.stage.url()}/?as=${as}`)).text();
    return [...html.matchAll(/id="([^"]+)"/g)].map(([, id]) => id ?? '');
  }
});
