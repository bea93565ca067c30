import { describe, expect, it } from 'vitest';
import { button, formOf, messageOf } from '../support/answered.ts';
import { type Rig, withRig } from '../support/rig.ts';
import { untilRoundsRest, untilRow } from '../support/settled.ts';
import type { Seen } from '../support/stage.ts';
import { wrongs } from '../support/whole-state.ts';

const PLATFORMS = ['discord', 'slack'] as const;

async function openQuestion(rig: Rig): Promise<Seen> {
  await rig.addTrack();
  await rig.start();
  await rig.due();
  await untilRoundsRest(rig.db);
  return rig.stage.channelMessages()[0]!;
}

/** What a server that restarts looks like: every connection breaks, and no new one is taken. */
function stopDatabase({ toDatabase }: Rig): void {
  toDatabase.open(false);
  toDatabase.cut();
}

async function standing({ db }: Rig): Promise<readonly string[]> {
  const rows = await db.selectFrom('answers').select('text').orderBy('text').execute();
  return rows.map(({ text }) => text);
}

describe.concurrent.each(PLATFORMS)('a database that restarts, under a bot on %s', (platform) => {
  it('delays a question and loses none', { timeout: 90_000 }, () =>
    withRig(platform, async (rig) => {
      await rig.addTrack();
      const bot = await rig.start();
      stopDatabase(rig);
      await rig.due();
      await bot.line(({ msg }) => msg === 'a tick failed');
      rig.toDatabase.open(true);
      await untilRoundsRest(rig.db);
      expect(rig.stage.channelMessages()).toHaveLength(1);
      expect(await wrongs(rig.db, rig.stage)).toEqual([]);
    }),
  );

  it(
    'keeps what members were told is saved, and takes again what they were not',
    () =>
      withRig(platform, async (rig) => {
        const question = await openQuestion(rig);
        const ann = rig.stage.person('Ann');
        const form = formOf(await ann.press(button(question, 'Answer')));
        stopDatabase(rig);
        const told = messageOf(await ann.send(form, { text: 'Sent in vain.' }));
        expect(told.text).toContain('Something went wrong');
        expect(told.text).toContain('Sent in vain.');
        rig.toDatabase.open(true);
        const again = formOf(await ann.press(button(told, 'Open the form again')));
        expect(again.fields.find(({ id }) => id === 'text')?.value).toBe('Sent in vain.');
        const saved = messageOf(await ann.send(again, { text: 'Sent again.' }));
        expect(saved.text).toContain('Your answer is saved.');
        expect(await standing(rig)).toEqual(['Sent again.']);
        expect(await wrongs(rig.db, rig.stage)).toEqual([]);
      }),
    60_000,
  );

  it('still counts what was written in the thread in the meantime', { timeout: 90_000 }, () =>
    withRig(platform, async (rig) => {
      const question = await openQuestion(rig);
      stopDatabase(rig);
      await rig.stage.person('Bob').reply(question, 'Heard by nobody.');
      rig.toDatabase.open(true);
      await rig.closeRounds();
      await untilRoundsRest(rig.db);
      expect(await standing(rig)).toEqual(['Heard by nobody.']);
      expect(await wrongs(rig.db, rig.stage)).toEqual([]);
    }),
  );

  it(
    'counts an answer once whose commit was carried out and never confirmed',
    () =>
      withRig(platform, async (rig) => {
        const question = await openQuestion(rig);
        const ann = rig.stage.person('Ann');
        const form = formOf(await ann.press(button(question, 'Answer')));
        cutWhileCommitting(rig, 'insert into answers');
        const told = messageOf(await ann.send(form, { text: 'First time.' }));
        expect(told.text).toContain('Something went wrong');
        await untilRow(
          async () => (await standing(rig)).length === 1,
          () => 'the answer',
        );
        const again = formOf(await ann.press(button(question, 'Answer')));
        const saved = messageOf(await ann.send(again, { text: 'Second time.' }));
        expect(saved.text).toContain('Your streak: 1 round.');
        expect(await wrongs(rig.db, rig.stage)).toEqual([]);
      }),
    60_000,
  );
});

/** What ends a statement in PostgreSQL's protocol; one that is its own transaction is committed then. */
const SYNC = Buffer.from('S\0\0\0\x04', 'latin1');

/** Breaks the connections when this statement, which commits by itself, is on its way to the server. */
function cutWhileCommitting({ toDatabase }: Rig, statement: string): void {
  let seen = false;
  toDatabase.watch(({ bytes }) => {
    seen ||= bytes.includes(statement);
    if (!seen || !bytes.subarray(-SYNC.length).equals(SYNC)) return 'pass';
    toDatabase.watch(undefined);
    setImmediate(() => toDatabase.cut());
    return 'pass';
  });
}
