import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect, type Connection } from '../../src/db/connect.ts';
import { findCaller, saveMember } from '../../src/db/members.ts';
import { saveWorkspace } from '../../src/db/workspaces.ts';
import { newestAnswer } from '../../src/features/answers/answer-queries.ts';
import { findOwnRound } from '../../src/features/rounds/own-round.ts';
import { readBoard } from '../../src/features/standings/boards.ts';
import { marksOf } from '../../src/features/standings/marks-of.ts';
import { memberTyped } from '../../src/features/streaks/member-typed.ts';
import { tracksHere } from '../../src/features/tracks/tracks-here.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let database: TestDatabase;
let connection: Connection;
beforeAll(async () => {
  database = await testDatabase();
  connection = connect(database.url, { onError: () => undefined, max: 1 });
});
afterAll(async () => {
  await connection.close();
  await database.drop();
});

interface Kept {
  readonly statement: string;
  readonly kept: number;
  readonly anew: number;
}

/** The statements that the session has prepared, with how often each ran by a kept plan and by one of its own. */
async function preparedStatements(): Promise<readonly Kept[]> {
  const { rows } = await sql<Kept>`
    select statement, generic_plans::integer as kept, custom_plans::integer as anew
    from pg_prepared_statements
  `.execute(connection.db);
  return rows;
}

/** After five times a session keeps one plan for all, unless it thinks that plans of their own would be quicker. */
const [TRIED, TIMES] = [5, 12];

it('has a session plan once what people ask for most', async () => {
  const { db } = connection;
  const ada = { id: 'ada', name: 'Ada', language: 'en' } as const;
  const workspace = await saveWorkspace(db, { platform: 'discord', externalId: 'here' });
  const member = await saveMember(db, workspace.id, ada);
  const place = { platform: 'discord', workspace: 'here', channel: 'general' } as const;
  const where = { workspaceId: workspace.id, channel: 'general', language: 'en' } as const;
  const asked = [
    () => findCaller(db, { ...place, member: ada, mayManage: false }),
    () => tracksHere(db, where),
    () => findOwnRound(db, 1, workspace.id),
    () => newestAnswer(db, 1, member.id),
    () => marksOf(db, [1], [member.id]),
    () => memberTyped(db, workspace.id, '@Ada'),
    () => readBoard(db, { trackId: 1, period: 'all' }, { memberId: member.id, page: 1 }),
  ];
  for (const ask of asked) {
    for (let time = 0; time < TIMES; time += 1) await ask();
  }
  const statements = await preparedStatements();
  expect(statements).toHaveLength(asked.length);
  expect(statements.filter(({ kept, anew }) => anew !== TRIED || kept !== TIMES - TRIED)).toEqual(
    [],
  );
  // A plan outlives a migration, and PostgreSQL refuses one that would return other columns than before.
  expect(statements.filter(({ statement }) => /(\.|select )\*/.test(statement))).toEqual([]);
});
