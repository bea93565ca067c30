import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deckWith } from '../decks/support.ts';
import { desk } from './scene.ts';

const here = desk();

async function file(name: string, content: string): Promise<string> {
  await writeFile(here.at(name), content);
  return here.at(name);
}

const asked = (id: string, answer: string) => ({
  ...{ id, topic: 'fine-tuning', difficulty: 'easy' },
  en: { question: `What is ${id}?`, answer },
});

const deckFile = (questions: readonly object[]): Promise<string> =>
  file('planned.json', JSON.stringify({ ...deckWith(), name: 'planned', questions }));

const take = (path: string, ...more: readonly string[]) =>
  here.whetstone.json('deck', 'import', path, '--json', ...more);

describe('deck import --dry-run', () => {
  it('tells what would change against the database, and changes nothing', async () => {
    const before = [asked('kept', 'A.'), asked('mended', 'B.'), asked('gone', 'C.')];
    const after = [asked('kept', 'A.'), asked('mended', 'Bb.'), asked('fresh', 'D.')];
    await take(await deckFile(before));
    const path = await deckFile(after);
    expect(await here.whetstone.ok('deck', 'import', path, '--dry-run')).toContain(
      'deck planned: 1 new, 1 changed, 1 unchanged, 1 would go out of use\n',
    );
    const plan = { name: 'planned', questions: 3, added: ['fresh'], changed: ['mended'] };
    const planned = { ...plan, retired: ['gone'], taken: 3 };
    expect(await take(path, '--dry-run')).toMatchObject(planned);
    // What an import says of itself has the same shape, and shows that nothing was stored before.
    expect(await take(path)).toMatchObject(planned);
    expect(await here.whetstone.ok('deck', 'import', path, '--dry-run')).toContain(
      'deck planned: 0 new, 0 changed, 3 unchanged\n',
    );
  });

  it('tells which row an unquoted comma has moved, and fails', async () => {
    const sound = 'What is k?,A number,Maths,easy\nWhat is n?,A count,Sets,hard';
    const moved = 'What is X?,One, two,Maths';
    const rows = `question,answer,topic,difficulty\n${sound}\n${moved}\n`;
    const shown = await here.whetstone(
      'deck',
      'import',
      await file('moved.csv', rows),
      '--dry-run',
    );
    expect(shown).toMatchObject({ code: 1, stderr: '' });
    expect(shown.stdout).toMatch(
      /^skipped line 4: its cells do not seem to stand under their columns/m,
    );
    expect(shown.stdout).toMatch(/moved\.csv: 2 taken, 1 left out/);
  });

  it('tells what would be refused, and fails', async () => {
    const list = await file('dry.md', '# List\n\n## What is a view?\n\nA stored query.\n');
    const refused = await here.whetstone('deck', 'import', list, '--dry-run');
    expect(refused).toMatchObject({ code: 1, stderr: '' });
    expect(refused.stdout).toContain(
      'it would be refused:\nIs this list yours? Add --licence own. Somebody else’s: ',
    );
    const { code, stdout } = await here.whetstone('deck', 'import', list, '--dry-run', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      refused: expect.stringContaining('Add --licence own.') as string,
    });
  });

  it('asks nobody whose list it is where an address says that it was published', async () => {
    const list = await file('dry.md', '# List\n\n## What is a view?\n\nA stored query.\n');
    const from = ['--source', 'https://example.org/list'];
    const refused = await here.whetstone('deck', 'import', list, '--dry-run', ...from);
    expect(refused).toMatchObject({ code: 1, stderr: '' });
    expect(refused.stdout).toContain('it would be refused:\nSomebody published this list');
  });

  it('shows the file all the same where there is no database, or none that can be reached', async () => {
    const table = await file('dry.csv', 'question,answer\nWhat is a row?,A record.\n');
    const home = here.at('no-database-yet');
    const at = (settings: Readonly<Record<string, string>>, ...more: string[]) =>
      here.typed(['deck', 'import', table, '--dry-run', ...more], '', {
        environment: () => ({ WHETSTONE_HOME: home, ...settings }),
      });
    const first = await at({});
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toContain('all of them would be new, since there is none yet');
    const published = await at({}, '--source', 'https://example.org/list');
    expect(published.code).toBe(1);
    expect(published.stdout).toContain('it would be refused:\nSomebody published this list');
    expect((await at({}, '--platform', 'slack')).code).toBe(1);
    expect(existsSync(join(home, 'postgres'))).toBe(false);
    const unreached = await at({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' });
    expect(unreached).toMatchObject({ code: 0, stderr: '' });
    expect(unreached.stdout).toMatch(/What is a row\?.*not looked at: /s);
  });
});

describe('what an import leaves behind', () => {
  it('is counted for people and for scripts, and the exit status tells of it', async () => {
    const cell = '<div>A lock. <img src="a.png"> <a href="#up">Above</a> [sound:a.mp3]</div>';
    const row = `What is a mutex?,"${cell.replaceAll('"', '""')}",x\n`;
    const path = await file('left.csv', `question,answer,Notes\n${row}`);
    const told = await here.whetstone('deck', 'import', path, '--yes');
    expect(told).toMatchObject({ code: 1, stderr: '' });
    expect(told.stdout).not.toContain('── Discord');
    expect(told.stdout).toMatch(
      new RegExp(
        [
          ...['columns not read: Notes', 'pictures left out: 1', 'sounds left out: 1'],
          ...['links left out: 1', '.*: 1 taken, 0 left out, 0 faults', 'name: left'],
        ].join('\n'),
      ),
    );
    const { code, stdout } = await here.whetstone('deck', 'import', path, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      ...{ taken: 1, leftOut: 0, faults: 0 },
      lost: { columns: ['Notes'], pictures: 1, sounds: 1, links: 1 },
    });
  });
});
