import { afterAll, beforeAll, expect, it } from 'vitest';
import { compareStandings } from '../../../src/features/standings/compare-standings.ts';
import { quietPlatform } from '../../support/quiet-platform.ts';
import { openScene, type Scene } from '../scene.ts';

const PEOPLE = ['ann', 'bob', 'eve'].map((id) => ({ id, name: id }));

let scene: Scene;
beforeAll(async () => void (scene = await openScene(quietPlatform())));
afterAll(() => scene.close());

/** Everyone sends a form four times and writes four messages, all at the same moment, in a round after the other. */
it('counts once what is said many times at the same moment', async () => {
  for (let round = 1; round <= 8; round++) {
    const asked = await scene.ask();
    const sent = PEOPLE.flatMap((who) =>
      [1, 2, 3, 4].flatMap((time) => [
        scene.form(who, asked, `form ${time}`),
        scene.write(who, asked, `message ${time}`),
      ]),
    );
    await Promise.all(sent);
    const report = await compareStandings(scene.world.context.db);
    expect(report).toEqual({ stored: PEOPLE.length, differing: [] });
    await scene.reveal(asked);
  }
});
