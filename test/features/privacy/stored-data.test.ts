import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '../../../src/delivery/context.ts';
import type { StoredData } from '../../../src/delivery/stored-data.ts';
import { tidyUp } from '../../../src/features/housekeeping/feature.ts';
import { exportMember } from '../../../src/features/privacy/export-member.ts';
import { forgetMember } from '../../../src/features/privacy/forget-member.ts';
import { quietPlatform } from '../../support/quiet-platform.ts';
import { openScene, type Scene } from '../scene.ts';

const ANN = { id: 'u1', name: 'Ann' };

let scene: Scene;
let context: Context;
/** In the order of their erasing. */
let heard: string[];

/** A feature that says what is asked of it and stores nothing. */
const invented = (name: string): StoredData => ({
  personalData: {
    export: (_db, member) => Promise.resolve({ [name]: [{ of: member.externalId }] }),
    erase: (_context, _tx, { memberId }) => {
      heard.push(`${name} erases ${memberId}`);
      return Promise.resolve({});
    },
  },
  deleteWorkspace: (_tx, workspaceId) => {
    heard.push(`${name} deletes ${workspaceId}`);
    return Promise.resolve();
  },
});

beforeEach(async () => {
  heard = [];
  scene = await openScene(quietPlatform());
  const { context: base } = scene.world;
  context = { ...base, features: [invented('low'), ...base.features, invented('high')] };
  await scene.draft(ANN, { kind: 'suggestion' });
});

afterEach(() => scene.close());

const idOfAnn = async (): Promise<number> => (await scene.member(ANN))?.id ?? 0;

describe('what features store of a member', () => {
  it('stands in the export, new lists behind those of the first exports', async () => {
    const data = await exportMember(context, await idOfAnn());
    const lists = Object.keys(data);
    expect(lists.slice(0, 9)).toEqual([
      ...['member', 'answers', 'quizAnswers', 'streaks', 'points', 'drafts'],
      ...['proposals', 'reports', 'low'],
    ]);
    expect(lists.at(-1)).toBe('high');
    expect(data['high']).toEqual([{ of: 'u1' }]);
  });

  it('is erased from the highest floor down', async () => {
    const ann = await idOfAnn();
    await forgetMember(context, ann);
    expect(heard).toEqual([`high erases ${ann}`, `low erases ${ann}`]);
  });

  it('goes with its workspace, from the highest floor down', async () => {
    const { workspaceId } = scene.track;
    await sql`update workspaces set left_at = ${scene.world.clock.peek()}`.execute(context.db);
    scene.world.clock.advance({ hours: 91 * 24 });
    await tidyUp(context);
    expect(heard).toEqual([`high deletes ${workspaceId}`, `low deletes ${workspaceId}`]);
  });
});
