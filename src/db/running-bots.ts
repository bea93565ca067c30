import { Client } from 'pg';

/** The job queue of every running bot keeps sessions of this name. */
const BOT_SESSIONS = 'whetstone-jobs';

/** Whether a bot runs on the database at `url`. Only a user that may see its sessions is told. */
export async function isBotRunning(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, application_name: 'whetstone-check' });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      `select from pg_stat_activity
       where datname = current_database() and application_name = $1 limit 1`,
      [BOT_SESSIONS],
    );
    return rowCount !== 0;
  } finally {
    await client.end();
  }
}
