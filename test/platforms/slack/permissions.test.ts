import { afterEach, expect, it } from 'vitest';
import type { Form } from '../../../src/chat/form.ts';
import { formOf, messageOf } from '../../support/answered.ts';
import { openScene, type Scene } from './support.ts';

let scene: Scene;
afterEach(() => scene.end());

const missing = (channel = scene.stage.channel): Promise<readonly string[]> =>
  scene.platform.missingPermissions({ workspace: scene.stage.workspace, channel });

it('lacks nothing where it is invited', async () => {
  scene = await openScene();
  expect(await missing()).toEqual([]);
});

it('asks to be invited to a channel it is not in, public or private', async () => {
  scene = await openScene();
  const channel = scene.stage.addChannel('elsewhere', { botMayPost: false });
  expect(await missing(channel)).toEqual(['/invite @whetstone']);
  scene.stage.world.channels.get(channel)!.isPrivate = true;
  expect(await missing(channel)).toEqual(['/invite @whetstone']);
});

it('says that a channel is archived', async () => {
  scene = await openScene();
  scene.stage.world.channels.get(scene.stage.channel)!.isArchived = true;
  expect(await missing()).toEqual(['unarchive the channel']);
});

it('names the scopes the app was installed without', async () => {
  const scopes = ['reactions:write', 'files:write'];
  scene = await openScene();
  for (const scope of scopes) scene.stage.world.scopes.delete(scope);
  const worker = scene.stage.platform();
  const place = { workspace: scene.stage.workspace, channel: scene.stage.channel };
  expect(await worker.missingPermissions(place)).toEqual(scopes);
  scene.stage.world.scopes.delete('files:read');
  expect(await scene.stage.platform().missingPermissions(place)).toEqual(scopes);
});

it('says of a form for a file which scope it lacks, and opens it once the app has that', async () => {
  const form: Form = {
    ...{ action: { name: 'f', args: [] }, title: 'Import', submit: 'Send' },
    fields: [{ id: 'file', type: 'file', label: 'File', required: true }],
  };
  scene = await openScene({ command: () => ({ type: 'form', form }) });
  const { scopes } = scene.stage.world;
  scopes.delete('files:read');
  const asks = () => scene.stage.person('Anna').run('track', 'add');
  expect(messageOf(await asks()).text).toBe('You lack files:read.');
  scopes.add('files:read');
  expect(formOf(await asks()).title).toBe('Import');
  expect(scene.stage.refusals()).toEqual([]);
});
