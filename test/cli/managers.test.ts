import { beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../src/db/connect.ts';
import { saveMember } from '../../src/db/members.ts';
import { saveWorkspace } from '../../src/db/workspaces.ts';
import { desk, refusal } from './scene.ts';

const here = desk();

const T1 = ['--platform', 'slack', '--workspace', 'T1'];
const ADA = [...T1, '--member', 'U1'];

beforeAll(async () => {
  const { db, close } = connect(here.database.url, { onError: () => undefined });
  const { id } = await saveWorkspace(db, { platform: 'slack', externalId: 'T1' });
  await saveMember(db, id, { id: 'U1', name: 'Ada' });
  await close();
});

describe('who manages beside a place’s admins', () => {
  const list = () => here.whetstone.ok('managers', 'list', ...T1);

  it('is named, listed, and named once', async () => {
    expect(await list()).toBe('nobody was named\n');
    expect(await here.whetstone.ok('managers', 'add', ...ADA)).toBe('member U1 may manage\n');
    expect(await here.whetstone.ok('managers', 'add', ...ADA)).toContain('nothing to change');
    await here.whetstone.ok('managers', 'add', ...T1, '--group', 'S1');
    await here.whetstone.ok('managers', 'add', ...T1, '--creator');
    expect((await list()).split('\n')).toEqual(['member U1 Ada', 'group S1 S1', 'creator', '']);
  });

  it('is taken back', async () => {
    await here.whetstone.ok('managers', 'remove', ...T1, '--creator');
    expect(await list()).not.toContain('creator');
  });

  it('is exported, and goes with the person who asks to be forgotten', async () => {
    expect(await here.whetstone.json('member', 'export', ...ADA)).toMatchObject({
      namedManager: [{ namedAt: expect.any(String) as unknown }],
    });
    await here.whetstone.ok('member', 'forget', ...ADA, '--yes');
    expect(await list()).toBe('group S1 S1\n');
  });

  it('has to be one, in a place that is known', async () => {
    expect(await here.whetstone('managers', 'add', ...ADA, '--creator')).toEqual(
      refusal('Name one: --member, --group or --creator.'),
    );
    const nowhere = ['--platform', 'slack', '--workspace', 'T9', '--creator'];
    expect(await here.whetstone('managers', 'add', ...nowhere)).toEqual(
      refusal('There is no workspace T9 on slack. Known there: T1.'),
    );
  });
});
