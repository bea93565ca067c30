import { beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../src/db/connect.ts';
import { saveMember } from '../../src/db/members.ts';
import { saveWorkspace } from '../../src/db/workspaces.ts';
import { desk, refusal } from './scene.ts';

const here = desk();

const ADA = ['--platform', 'slack', '--workspace', 'T1', '--member', 'U1'];

beforeAll(async () => {
  const { db, close } = connect(here.database.url, { onError: () => undefined });
  const { id } = await saveWorkspace(db, { platform: 'slack', externalId: 'T1' });
  await saveMember(db, id, { id: 'U1', name: 'Ada', language: 'en' });
  await close();
});

describe('a person’s data', () => {
  it('is shown', async () => {
    expect(await here.whetstone.json('member', 'export', ...ADA)).toMatchObject({
      member: { platform: 'slack', workspace: 'T1', id: 'U1', name: 'Ada', language: 'en' },
      answers: [],
      streaks: [],
      points: [],
    });
  });

  it('is not deleted by accident', async () => {
    expect(await here.whetstone('member', 'forget', ...ADA)).toEqual(
      refusal('This cannot be undone. Say so with --yes.'),
    );
    expect(await here.whetstone.json('member', 'export', ...ADA)).toHaveProperty('member');
  });

  it('is deleted on request', async () => {
    expect(await here.whetstone.ok('member', 'forget', ...ADA, '--yes')).toBe(
      'forgotten: 0 answers; the running bot takes what was shown out of 0 reveals\n',
    );
    expect(await here.whetstone('member', 'export', ...ADA)).toEqual(
      refusal(
        'Nothing is kept about U1 in T1. Give the ids that the platform has for both, not their names.',
      ),
    );
  });

  it('is asked for by who they are', async () => {
    const ended = await here.whetstone('member', 'export', '--platform', 'slack');
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toContain("error: required option '--workspace <id>' not specified");
  });
});
