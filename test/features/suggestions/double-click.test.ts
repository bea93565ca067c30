import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { trackById } from '../../../src/db/tracks.ts';
import { findWorkspace } from '../../../src/db/workspaces.ts';
import { openReports } from '../../../src/features/suggestions/reports/report-queries.ts';
import { openSuggestions } from '../../../src/features/suggestions/suggestion-queries.ts';
import type { HandlersPerson, Told } from '../../support/handlers-person.ts';
import { openScene, type Scene } from './scene.ts';

let scene: Scene;
let ann: HandlersPerson;
let mona: HandlersPerson;

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

/** The action of whatever stands where the first button stood: below the text, in the last row. */
function firstAction({ response }: Told) {
  if (response.type === 'form') throw new Error('a form, not a message');
  const rows = response.message.blocks.filter((block) => block.type === 'buttons');
  const button = rows.at(-1)?.buttons[0];
  if (!button) throw new Error('no button');
  return button.action;
}

describe('a second click where the first one decided', () => {
  it('approves no suggestion that nobody has read', async () => {
    const next = await mona.press(await mona.run('question list'), 'Approve');
    expect(next.text).toContain('How does beam search end?');
    expect(next.buttons).toEqual(['Take it back', 'Decide on “How does beam search end?”']);
    const shown = await mona.pressAction(firstAction(next));
    expect(shown.buttons).toContain('Approve');
    expect(await openSuggestions(scene.world.context.db, await workspaceId())).toHaveLength(1);
  });

  it('adds the deck to no track: the button for that stands above, where nobody has clicked yet', async () => {
    const { trackId } = await scene.openRound();
    const done = await mona.press(await mona.run('question list'), 'Approve');
    expect(done.buttons).toEqual([`Add the deck to track ${trackId}`, 'Take it back']);
    if (done.response.type === 'form') throw new Error('a form, not a message');
    expect(done.response.message.blocks.map(({ type }) => type)).toEqual([
      'text',
      'buttons',
      'text',
    ]);
  });

  it('adds the deck once where it is pressed twice, and says so', async () => {
    const { trackId } = await scene.openRound();
    const add = { name: 'team-deck-add', args: ['1', String(trackId)] };
    const both = await Promise.all([mona.pressAction(add), mona.pressAction(add)]);
    const texts = both.map(({ text }) => text);
    expect(texts.filter((text) => text.includes(`Track ${trackId} now asks from:`))).toHaveLength(
      1,
    );
    expect(texts.filter((text) => text.includes('team’s deck already.'))).toHaveLength(1);
    const { db } = scene.world.context;
    const decks = (await trackById(db, trackId))?.deckIds ?? [];
    expect(new Set(decks).size).toBe(2);
    expect(decks).toHaveLength(2);
  });

  it('says so where every track has the deck', async () => {
    const open = { name: 'team-deck-add', args: ['1'] };
    const [first, second] = [await mona.pressAction(open), await mona.pressAction(open)];
    expect(first.text).toContain('now asks from:');
    expect(second.text).toContain('Every track asks from the team’s deck already.');
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
