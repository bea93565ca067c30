import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../src/db/connect.ts';
import { startNode } from '../support/node-process.ts';
import { withRig } from '../support/rig.ts';
import { untilAllRests, untilRoundsRest } from '../support/settled.ts';
import { wrongs } from '../support/whole-state.ts';

const LATER = '20990101T0000_later';

/** As if a later version had brought the database up to date. */
async function upgrade(db: Database): Promise<void> {
  await sql`insert into kysely_migration (name, timestamp) values (${LATER}, '2099')`.execute(db);
}

const downgrade = (db: Database) =>
  sql`delete from kysely_migration where name = ${LATER}`.execute(db);

const WORDS = `A later version of Whetstone has changed this database: it made ${LATER}, which this version does not have. Nothing is lost. Start that version, or a later one.`;

describe('an older version', { timeout: 180_000 }, () => {
  it('ends by itself where a later one changes the database under it, and nothing is lost', () =>
    withRig('discord', async (rig) => {
      await rig.addTrack();
      const bot = await rig.start();
      const gateway = startNode(['src/main.ts'], { ...rig.settings, WHETSTONE_ROLES: 'gateway' });
      await gateway.says('Whetstone is running.');
      await rig.due();
      await untilRoundsRest(rig.db);
      await upgrade(rig.db);
      await rig.closeRounds();
      expect(await bot.exit).toEqual({ code: 1, signal: null });
      const { reason } = await bot.line(({ msg }) => msg === 'stopping');
      expect(reason).toContain(WORDS);
      const { code, stderr } = await gateway.ended;
      expect({ code, stderr }).toEqual({
        code: 1,
        stderr: expect.stringContaining(WORDS) as string,
      });

      // The later version carries on.
      await downgrade(rig.db);
      await rig.start();
      await untilAllRests(rig.db);
      expect(await wrongs(rig.db, rig.stage)).toEqual([]);
    }));

  it('does not start where a later one was, and says what to do', () =>
    withRig('discord', async (rig) => {
      await upgrade(rig.db);
      const { code, stderr } = await startNode(['src/main.ts'], rig.settings).ended;
      expect({ code, stderr }).toEqual({
        code: 1,
        stderr: expect.stringContaining(WORDS) as string,
      });
    }));
});
