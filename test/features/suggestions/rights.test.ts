import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Suggestion } from '../../../src/db/tables.ts';
import { findWorkspace } from '../../../src/db/workspaces.ts';
import { openReports } from '../../../src/features/suggestions/reports/report-queries.ts';
import { openSuggestions } from '../../../src/features/suggestions/suggestion-queries.ts';
import type { HandlersPerson } from '../../support/handlers-person.ts';
import { openScene, type Scene } from './scene.ts';

let scene: Scene;
let member: HandlersPerson;
let manager: HandlersPerson;
let stranger: HandlersPerson;
let suggestion: Suggestion;

beforeAll(async () => {
  scene = await openScene();
  member = scene.person({ name: 'Ann' });
  manager = scene.person({ name: 'Mona', manages: true });
  stranger = scene.person({ name: 'Eve', manages: true, workspace: 'w2' });
  const values = {
    question: 'What is dropout?',
    answer: 'A mask.',
    topic: 'rag',
    difficulty: 'easy',
  };
  await member.send(await member.run('question suggest'), values);
  const [saved] = await openSuggestions(scene.world.context.db, await workspaceId());
  if (!saved) throw new Error('the suggestion was not saved');
  suggestion = saved;
});

afterAll(() => scene.close());

async function workspaceId(): Promise<number> {
  return (await findWorkspace(scene.world.context.db, 'discord', 'w1'))?.id ?? 0;
}

async function stillOpen(): Promise<boolean> {
  const { db } = scene.world.context;
  const open = await openSuggestions(db, await workspaceId());
  return open.some(({ id, revision }) => id === suggestion.id && revision === suggestion.revision);
}

describe('someone without the right to manage', () => {
  it('can decide on nothing, with a button from elsewhere or made up', async () => {
    const id = String(suggestion.id);
    for (const action of [
      { name: 'proposals', args: [] },
      { name: 'proposal-approve', args: [id, '1'] },
      { name: 'proposal-edit', args: [id] },
      { name: 'proposal-decline', args: [id] },
      { name: 'reports', args: [] },
      { name: 'report-done', args: ['1'] },
      { name: 'team-deck-add', args: [id] },
      { name: 'team-deck-track', args: ['1'] },
    ]) {
      expect((await member.pressAction(action)).text).toContain('Only people who may manage');
    }
    expect(await stillOpen()).toBe(true);
  });

  it('can send no form that was opened before the right was lost', async () => {
    const list = await manager.run('question list');
    const opened = [await manager.press(list, 'Edit'), await manager.press(list, 'Decline')];
    for (const form of opened) {
      const told = await member.send(form, { question: 'Mine now?', reason: 'no' });
      expect(told.text).toContain('Only people who may manage');
    }
    expect(await stillOpen()).toBe(true);
  });
});

describe('a manager of another workspace', () => {
  it('neither sees nor decides on what was suggested here', async () => {
    expect((await stranger.run('question list')).text).toBe('No suggestion waits for a decision.');
    const id = String(suggestion.id);
    for (const [name, ...args] of [
      ['proposal-approve', id, '1'],
      ['proposal-edit', id],
      ['proposal-decline', id],
    ] as const) {
      const told = await stranger.pressAction({ name, args });
      expect(told.text).toContain('This suggestion is not known here.');
      expect(told.text).not.toContain('dropout');
    }
    expect(await stillOpen()).toBe(true);
  });

  it('adds no deck to a track of here', async () => {
    const round = await scene.openRound();
    for (const action of [
      { name: 'team-deck-add', args: ['1', String(round.trackId)] },
      { name: 'team-deck-track', args: [String(round.trackId)] },
    ]) {
      const told = await stranger.pressAction(action);
      expect(told.text).toContain(`There is no track “${round.trackId}” here`);
    }
  });

  it('neither reports a question of here nor closes a report', async () => {
    const { db } = scene.world.context;
    const round = await scene.openRound();
    const button = { name: 'report', args: [String(round.id)] };
    expect((await stranger.pressAction(button)).text).toContain('not known here any more');
    await member.send(await member.pressAction(button), { text: 'A typo.' });
    const [report] = await openReports(db, await workspaceId());
    const done = { name: 'report-done', args: [String(report?.id)] };
    expect((await stranger.pressAction(done)).text).toContain('No report is open.');
    expect(await openReports(db, await workspaceId())).toHaveLength(1);
  });
});

describe('a button that nobody was given', () => {
  it.each(['', 'x', '-1', '1.5', '99999999999', '9007199254740993'])(
    'with the id “%s” changes nothing and breaks nothing',
    async (id) => {
      const names = ['proposals', 'proposal-approve', 'proposal-edit', 'proposal-decline'];
      const others = ['report-done', 'reports', 'report', 'suggest'];
      for (const name of [...names, ...others, 'team-deck-add', 'team-deck-track']) {
        const told = await manager.pressAction({ name, args: [id, id] });
        expect(told.type).not.toBe('form');
      }
      expect(await stillOpen()).toBe(true);
    },
  );
});
