import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { TestDatabase } from './database.ts';

/** Roles of their own on a test database: what a bot meets that is given less than a superuser. */
export interface DatabaseRoles {
  /** Its name and the database's address as it. */
  make(rights?: string): Promise<{ readonly role: string; readonly url: string }>;
  /** Lets a role create what a bot needs there. */
  allow(role: string): Promise<void>;
  /** As the superuser. */
  query(statement: string): Promise<void>;
  /** Drops the roles with all that is theirs. */
  close(): Promise<void>;
}

export async function openDatabaseRoles({ name, url }: TestDatabase): Promise<DatabaseRoles> {
  const admin = new Client({ connectionString: url });
  await admin.connect();
  const query = async (statement: string): Promise<void> => void (await admin.query(statement));
  const made: string[] = [];
  return {
    query,
    async make(rights = '') {
      const role = `whetstone_role_${randomUUID().replaceAll('-', '')}`;
      await query(`create role ${role} login password 'sesame' ${rights}`);
      made.push(role);
      const address = new URL(url);
      address.username = role;
      address.password = 'sesame';
      return { role, url: address.href };
    },
    async allow(role) {
      await query(`grant create on database ${name} to ${role}`);
      await query(`grant create on schema public to ${role}`);
    },
    async close() {
      for (const role of made) {
        await query(`drop owned by ${role} cascade`);
        await query(`drop role ${role}`);
      }
      await admin.end();
    },
  };
}
