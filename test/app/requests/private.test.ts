import { afterAll, beforeAll, expect, it } from 'vitest';
import { createHandlers } from '../../../src/app/requests/dispatch.ts';
import { createRegistry } from '../../../src/app/requests/registry.ts';
import type { Caller, Handlers, Response } from '../../../src/chat/event.ts';
import { plainText } from '../../../src/chat/plain.ts';
import { saveMember } from '../../../src/db/members.ts';
import { findWorkspace, saveWorkspace } from '../../../src/db/workspaces.ts';
import type { Feature } from '../../../src/features/shared/feature.ts';
import { warn } from '../../../src/features/shared/reply.ts';
import { SPELL } from '../../support/spell.ts';
import { openWorld, type World } from '../../support/world.ts';

const probe: Feature = {
  name: 'probe',
  buttons: [
    { name: 'press', run: ({ member }) => Promise.resolve(warn(`pressed by ${member.name}`)) },
    { name: 'manage', manage: true, run: () => Promise.resolve(warn('managed')) },
  ],
  forms: [
    {
      name: 'send',
      opener: 'press',
      labels: () => ({ text: 'Text' }),
      run: () => Promise.resolve(warn('sent')),
    },
  ],
};

const caller: Caller = {
  ...({ platform: 'discord', workspace: 'w1', channel: 'private', isPrivate: true } as const),
  member: { id: 'u-1', name: 'Ann everywhere', unconfirmed: true },
  mayManage: undefined,
};

const HERE = { platform: 'discord', externalId: 'w1' } as const;

let world: World;
let handlers: Handlers;

beforeAll(async () => {
  world = await openWorld();
  const { id } = await saveWorkspace(world.context.db, HERE);
  await saveMember(world.context.db, id, { id: 'u-1', name: 'Ann here' });
  handlers = createHandlers(world.context, createRegistry([probe]), () => true);
});

afterAll(() => world.close());

const wordsOf = (response: Response): string =>
  response.type === 'form' ? '' : plainText(response.message, SPELL.discord);

const press = async (name: string): Promise<string> =>
  wordsOf(await handlers.button({ caller, action: { name, args: [] } }));

it('knows a member in private by the name that they have in the workspace', async () => {
  expect(await press('press')).toBe('pressed by Ann here');
});

it('lets nobody manage from there, and says where to', async () => {
  expect(await press('manage')).toContain('Please do this in one of its channels.');
});

it('does not bring back a workspace that removed the bot since, and gives back what was typed', async () => {
  const { db } = world.context;
  await db.updateTable('workspaces').set({ leftAt: new Date() }).execute();
  expect(await press('press')).toContain('has removed me since');
  const action = { name: 'send', args: [] };
  const sent = { caller, action, values: { text: 'my words' }, submission: 's', at: new Date() };
  const told = wordsOf(await handlers.form(sent));
  expect(told).toContain('has removed me since');
  expect(told).toContain('my words');
  expect((await findWorkspace(db, 'discord', 'w1'))?.leftAt).not.toBeNull();
});
