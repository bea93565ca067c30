import { writeFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../src/db/connect.ts';
import { saveWorkspace } from '../../src/db/workspaces.ts';
import type { Deck } from '../../src/domain/question.ts';
import { OWN_DECK } from '../../src/features/suggestions/own-deck.ts';
import { seedDeck } from '../support/seed-deck.ts';
import { desk, refusal } from './scene.ts';

const here = desk();

const GUILD = ['--platform', 'discord', '--workspace', 'G1'];

/** A guild whose members suggested two questions, and a team without any. */
beforeAll(async () => {
  await here.whetstone.ok('deck', 'list');
  const { db, close } = connect(here.database.url, { onError: () => undefined });
  const guild = await saveWorkspace(db, { platform: 'discord', externalId: 'G1', name: 'Guild' });
  await saveWorkspace(db, { platform: 'slack', externalId: 'T1' });
  const questions = [{ id: 'softmax' }, { id: 'rope', languages: ['ru'] as const }];
  await seedDeck(db, { name: OWN_DECK, workspaceId: guild.id, questions });
  await close();
});

const exported = () => here.whetstone.json<Deck>('deck', 'export', OWN_DECK, ...GUILD);

describe('the questions that a workspace approved', () => {
  it('are listed after the decks that all may use', async () => {
    expect(await here.whetstone.ok('deck', 'list')).toMatch(
      /^NAME .*\nllm-interview .*\nllm-engineering .*\nteam +2 +en, ru +Team +discord G1 \(Guild\)\n$/,
    );
    const [, , own] = await here.whetstone.json<object[]>('deck', 'list', '--json');
    expect(own).toMatchObject({
      name: OWN_DECK,
      questions: 2,
      workspace: { platform: 'discord', id: 'G1', name: 'Guild' },
    });
  });

  it('can be written out, mended and retired, and taken in again', async () => {
    const deck = await exported();
    expect(deck.questions.map(({ id }) => id)).toEqual(['rope', 'softmax']);
    const [rope] = deck.questions;
    const mended = { ...rope, difficulty: 'hard' };
    await writeFile(here.at('team.json'), JSON.stringify({ ...deck, questions: [mended] }));
    const took = ['deck', 'import', here.at('team.json'), ...GUILD, '--json'];
    expect(await here.whetstone.json(...took)).toMatchObject({
      ...{ name: OWN_DECK, added: [], changed: ['rope'], retired: ['softmax'] },
    });
    expect((await exported()).questions).toMatchObject([{ id: 'rope', difficulty: 'hard' }]);
    const decks = await here.whetstone.json<{ name: string }[]>('deck', 'list', '--json');
    expect(decks.map(({ name }) => name)).toEqual(['llm-interview', 'llm-engineering', OWN_DECK]);
  });

  it.each([
    [
      'the workspace is none',
      ['--platform', 'slack', '--workspace', 'T9'],
      'There is no workspace T9 on slack. Known there: T1.',
    ],
    [
      'no workspace is known there',
      ['--platform', 'playground', '--workspace', 'all'],
      'There is no workspace all on playground. None is known there until the bot has connected.',
    ],
    [
      'it has no such deck',
      ['--platform', 'slack', '--workspace', 'T1'],
      'There is no deck team. See: deck list',
    ],
    [
      'half of the workspace is given',
      ['--workspace', 'G1'],
      'A workspace is --platform (discord, slack, playground) and --workspace, its id.',
    ],
  ])('are not written out where %s', async (_why, owner, words) => {
    expect(await here.whetstone('deck', 'export', OWN_DECK, ...owner)).toEqual(refusal(words));
  });
});
