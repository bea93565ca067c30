import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openScene, type Scene } from '../features/scene.ts';
import { type CommandLine, commandLine } from '../support/command-line.ts';
import { testDatabase } from '../support/database.ts';
import { quietPlatform } from '../support/quiet-platform.ts';
import { refusal } from './scene.ts';

const ANN = { id: 'ann', name: 'Ann' };

describe('an operator who corrects a round', () => {
  let folder: string;
  let scene: Scene;
  let whetstone: CommandLine;
  let track: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'whetstone-cli-'));
    const database = await testDatabase();
    scene = await openScene(quietPlatform(), database);
    whetstone = commandLine({ DATABASE_URL: database.url, WHETSTONE_HOME: folder });
    track = String(scene.track.id);
    const first = await scene.ask();
    await scene.reveal(first);
    await scene.form(ANN, first, 'Late.');
    await scene.ask();
  });
  afterAll(async () => {
    await scene.close();
    await rm(folder, { recursive: true });
  });

  const because = ['--reason', 'The link was broken.'];
  const rows = () =>
    scene.world.context.db
      .selectFrom('corrections')
      .select(['type', 'reason', 'madeBy'])
      .orderBy('id')
      .execute();

  it('counts a late answer, makes the round void, and takes it back', async () => {
    const done = `track ${track}: round 1 is corrected\n`;
    const late = ['--member', ANN.id, ...because];
    expect(await whetstone.ok('round', 'count', track, '1', ...late)).toBe(done);
    expect(await whetstone.ok('round', 'void', track, '1', ...because)).toBe(done);
    expect(await whetstone.ok('round', 'undo', track, '1', ...because)).toBe(done);
    const row = { reason: 'The link was broken.', madeBy: null };
    const types = ['count-late', 'void', 'void'];
    expect(await rows()).toEqual(types.map((type) => ({ ...row, type })));
  });

  it('is told what is in the way, and nothing is changed', async () => {
    const before = await rows();
    const unknown = await whetstone('round', 'count', track, '1', '--member', 'bob', ...because);
    expect(unknown).toEqual(
      refusal(
        'Nothing is known of bob there. Give the id that the platform has for the person, not their name.',
      ),
    );
    const open = await whetstone('round', 'void', track, '2', ...because);
    expect(open.stderr).toContain('Round 2 is not closed yet.');
    expect(await whetstone('round', 'void', '4711', '1', ...because)).toEqual(
      refusal('There is no track 4711. See: track list'),
    );
    const nowhere = ['round', 'count', '4711', '1', '--member', ANN.id, ...because];
    expect(await whetstone(...nowhere)).toEqual(refusal('There is no track 4711. See: track list'));
    expect((await whetstone('round', 'void', track, '1')).stderr).toContain('--reason');
    expect((await whetstone('round', 'void', track, 'one', ...because)).stderr).toContain(
      'Tracks and rounds are named by their numbers; see: track list',
    );
    expect(await rows()).toEqual(before);
  });
});
