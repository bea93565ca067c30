import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSuggestions } from '../../../src/features/suggestions/suggestion-queries.ts';
import { openReports } from '../../../src/features/suggestions/reports/report-queries.ts';
import { findWorkspace } from '../../../src/db/workspaces.ts';
import type { InboxPerson, Told } from '../../support/inbox-person.ts';
import { openScene, type Scene } from './scene.ts';

let scene: Scene;
let ann: InboxPerson;
let mona: InboxPerson;

beforeAll(async () => {
  scene = await openScene();
  ann = scene.person({ name: 'Ann' });
  mona = scene.person({ name: 'Mona', manages: true });
  for (const [question, answer] of [
    ['What is dropout?', 'A mask.'],
    ['How does beam search end?', 'At the end token.'],
  ] as const) {
    const values = { question, answer, topic: 'rag', difficulty: 'easy' };
    await ann.send(await ann.run('question suggest'), values);
  }
});

afterAll(() => scene.close());

const workspaceId = async (): Promise<number> =>
  (await findWorkspace(scene.world.context.db, 'discord', 'w1'))?.id ?? 0;

/** The action of whatever stands where the first button stood. */
function firstAction({ response }: Told) {
  if (response.type === 'form') throw new Error('a form, not a message');
  const [button] = response.message.blocks.flatMap((block) =>
    block.type === 'buttons' ? block.buttons : [],
  );
  if (!button) throw new Error('no button');
  return button.action;
}

describe('a second click where the first one decided', () => {
  it('approves no suggestion that nobody has read', async () => {
    const next = await mona.press(await mona.run('question list'), 'Approve');
    expect(next.text).toContain('How does beam search end?');
    expect(next.buttons).toEqual(['Decide on “How does beam search end?”']);
    const shown = await mona.pressAction(firstAction(next));
    expect(shown.buttons).toContain('Approve');
    expect(await openSuggestions(scene.world.context.db, await workspaceId())).toHaveLength(1);
  });

  it('is told how to add the deck to a track without losing the others', async () => {
    const done = await mona.press(await mona.run('question list'), 'Approve');
    expect(done.text).toContain('/track edit decks:"llm-interview, team"');
  });

  it('closes no report that nobody has read', async () => {
    const round = await scene.openRound();
    for (const text of ['A typo.', 'A wrong formula.']) {
      const form = await ann.pressAction({ name: 'report', args: [String(round.id)] });
      await ann.send(form, { text });
    }
    const next = await mona.press(await mona.run('question reports'), 'Done');
    await mona.pressAction(firstAction(next));
    expect(await openReports(scene.world.context.db, await workspaceId())).toHaveLength(1);
  });
});
