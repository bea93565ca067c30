import { writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { connect } from '../../src/db/connect.ts';
import { openSlackStage } from '../support/slack/stage.ts';
import { desk, placeOf } from './scene.ts';

const here = desk(() => openSlackStage());

/** Takes a deck of one question in. */
async function take(name: string): Promise<object> {
  const inner = { id: 'inner', topic: 'joins', difficulty: 'easy' };
  const text = { question: 'What is an inner join?', answer: 'Rows that match.' };
  const deck = { name, questions: [{ ...inner, en: text }] };
  await writeFile(here.at(`${name}.json`), JSON.stringify(deck));
  return here.whetstone.json('deck', 'import', here.at(`${name}.json`), '--json');
}

const listed = async (): Promise<readonly string[]> =>
  (await here.whetstone.json<{ name: string }[]>('deck', 'list', '--json')).map(({ name }) => name);

/** A track on a deck; its number. */
async function trackOn(deck: string): Promise<number> {
  const place = placeOf(here.stage('slack'));
  const plan = ['--deck', deck, '--cron', '0 9 * * *', '--json'];
  return (await here.whetstone.json<{ track: number }>('track', 'add', ...place, ...plan)).track;
}

describe('deck remove', () => {
  const remove = (name: string) => here.whetstone('deck', 'remove', name);

  it('takes a deck out of use until it is taken in again', async () => {
    await take('passing');
    expect(await remove('passing')).toMatchObject({ code: 0, stdout: 'removed passing\n' });
    expect(await listed()).not.toContain('passing');
    expect(await remove('passing')).toMatchObject({ code: 1, stdout: '' });
    expect(await take('passing')).toMatchObject({ name: 'passing', questions: 1 });
    expect(await listed()).toContain('passing');
  });

  it('leaves the text of past rounds and forgets nothing that hangs on them', async () => {
    await take('asked-once');
    await remove('asked-once');
    const { db, close } = connect(here.database.url, { onError: () => undefined });
    const row = await db
      .selectFrom('questions')
      .innerJoin('decks', 'decks.id', 'questions.deckId')
      .select(['questions.body', 'questions.retiredAt'])
      .where('decks.name', '=', 'asked-once')
      .executeTakeFirstOrThrow();
    await close();
    expect(row.body.id).toBe('inner');
    expect(row.retiredAt).toBeInstanceOf(Date);
  });

  it('refuses a deck that a track uses, until the track is removed', async () => {
    await take('in-use');
    const track = await trackOn('in-use');
    expect((await remove('in-use')).stderr).toContain(`Track ${track} asks from in-use.`);
    expect(await listed()).toContain('in-use');
    await here.whetstone.ok('track', 'remove', String(track), '--yes');
    expect(await remove('in-use')).toMatchObject({ code: 0 });
  });

  it('refuses the deck that comes with Whetstone: the next start would bring it back', async () => {
    expect((await remove('llm-interview')).stderr).toContain('comes with Whetstone');
    expect(await listed()).toContain('llm-interview');
  });
});
